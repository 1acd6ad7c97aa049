package kz.aryz.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one attempt at a time from the share group and holds it, by renewing its lock, until the outcome is written. A
 * consumer that renews a lock is given nothing else meanwhile (seen on 4.3.1): what does not wait for this attempt runs
 * on the other lanes.
 */
final class MailLane implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MailLane.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ShareConsumer<byte[], byte[]> consumer;
    private final Delivery delivery;
    private final Duration renewEvery;
    private volatile boolean closing;
    private @Nullable Making current;

    /** @param renewEvery well within the time for which the broker locks a record */
    MailLane(ShareConsumer<byte[], byte[]> consumer, Delivery delivery, Duration renewEvery) {
        this.consumer = consumer;
        this.delivery = delivery;
        this.renewEvery = renewEvery;
    }

    /** Runs until {@link #close}; a failure of the consumer ends it with an exception. */
    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(List.of(Topics.ATTEMPTS.name()));
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    advance(record);
                }
            }
        } catch (WakeupException | InterruptedException stopped) {
            LOG.debug("a lane closes");
        } finally {
            abandon();
        }
    }

    /** Asks the lane to end; what it holds goes to another. */
    void close() {
        closing = true;
        consumer.wakeup();
    }

    private void advance(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        Making making = making(record);
        Optional<AcknowledgeType> end = making.within(renewEvery);
        consumer.acknowledge(record, end.orElse(AcknowledgeType.RENEW));
        if (end.isPresent()) {
            current = null;
        }
    }

    /** A renewed record comes back from a later poll: its delivery goes on. */
    private Making making(ConsumerRecord<byte[], byte[]> record) {
        Making before = current;
        if (before != null && before.isOf(record)) {
            return before;
        }
        abandon();
        Making started = Making.start(record, delivery);
        current = started;
        return started;
    }

    private void abandon() {
        Making left = current;
        if (left != null) {
            left.cancel();
        }
    }
}
