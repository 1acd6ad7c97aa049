package kz.aryz.notifier.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A delivery on its way, in a thread of its own. */
final class Making {

    private static final Logger LOG = LoggerFactory.getLogger(Making.class);

    private final int partition;
    private final long offset;
    private final FutureTask<Void> task;

    private Making(ConsumerRecord<?, ?> record, FutureTask<Void> task) {
        this.partition = record.partition();
        this.offset = record.offset();
        this.task = task;
    }

    static Making start(ConsumerRecord<byte[], byte[]> record, Delivery delivery) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            delivery.make(record.value());
            return null;
        });
        Thread.ofVirtual()
                .name("delivery-" + record.partition() + '-' + record.offset())
                .start(task);
        return new Making(record, task);
    }

    boolean isOf(ConsumerRecord<?, ?> record) {
        return record.partition() == partition && record.offset() == offset;
    }

    /**
     * How the record is to be acknowledged; empty while the delivery goes on. One that failed without an outcome is put
     * aside, and the ledger makes another after a pause: given back to the group, it would be sent again at once.
     */
    Optional<AcknowledgeType> within(Duration time) throws InterruptedException {
        try {
            task.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(AcknowledgeType.ACCEPT);
        } catch (TimeoutException goesOn) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            LOG.error("the attempt at {}/{} could not be made", partition, offset, failed.getCause());
            return Optional.of(AcknowledgeType.REJECT);
        }
    }

    void cancel() {
        task.cancel(true);
    }
}
