package kz.aryz.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one attempt at a time from the share group and holds it, by renewing its lock, until the outcome is written. A
 * consumer that renews a lock is given nothing else meanwhile (seen on 4.3.1): what does not wait for this attempt runs
 * on the other lanes. Where the consumer fails, another takes its place.
 */
final class MailLane implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MailLane.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<ShareConsumer<byte[], byte[]>> consumers;
    private final Delivery delivery;
    private final Duration renewEvery;
    private volatile boolean closing;
    private volatile @Nullable ShareConsumer<byte[], byte[]> polling;
    private @Nullable Making current;

    /** @param renewEvery well within the time for which the broker locks a record */
    MailLane(Supplier<ShareConsumer<byte[], byte[]>> consumers, Delivery delivery, Duration renewEvery) {
        this.consumers = consumers;
        this.delivery = delivery;
        this.renewEvery = renewEvery;
    }

    /** Runs until {@link #close}; only what no other consumer would do better ends it with an exception. */
    @Override
    public void run() {
        try {
            while (!closing) {
                deliver();
            }
        } catch (WakeupException | InterruptException | InterruptedException stopped) {
            LOG.debug("a lane closes");
        } finally {
            abandon();
        }
    }

    /** Asks the lane to end; what it holds goes to another. */
    void close() {
        closing = true;
        ShareConsumer<byte[], byte[]> consumer = polling;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** A broker that comes back says things that a consumer takes for its end; the duty to tell outlives them. */
    private void deliver() throws InterruptedException {
        try (ShareConsumer<byte[], byte[]> consumer = consumers.get()) {
            polling = consumer;
            deliver(consumer);
        } catch (WakeupException | InterruptException stopped) {
            throw stopped;
        } catch (AuthenticationException | AuthorizationException | UnsupportedVersionException refused) {
            throw refused;
        } catch (KafkaException | IllegalStateException failed) {
            LOG.warn("a lane lost its consumer and takes another", failed);
            Thread.sleep(PAUSE);
        }
    }

    private void deliver(ShareConsumer<byte[], byte[]> consumer) throws InterruptedException {
        consumer.subscribe(List.of(Topics.ATTEMPTS.name()));
        while (!closing) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                advance(consumer, record);
            }
        }
    }

    private void advance(ShareConsumer<byte[], byte[]> consumer, ConsumerRecord<byte[], byte[]> record)
            throws InterruptedException {
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
