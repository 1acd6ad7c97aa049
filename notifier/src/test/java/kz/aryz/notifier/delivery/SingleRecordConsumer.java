package kz.aryz.notifier.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.apache.kafka.common.errors.WakeupException;

/** Gives one record, passes on what is said about it, and ends by the wakeup. */
final class SingleRecordConsumer extends MockShareConsumer<byte[], byte[]> {

    private final ConsumerRecord<byte[], byte[]> single;
    private final Consumer<AcknowledgeType> acknowledged;
    private volatile boolean awake;

    SingleRecordConsumer(ConsumerRecord<byte[], byte[]> single, Consumer<AcknowledgeType> acknowledged) {
        this.single = single;
        this.acknowledged = acknowledged;
    }

    @Override
    public synchronized void subscribe(Collection<String> topics) {
        super.subscribe(topics);
        addRecord(single);
    }

    @Override
    public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        if (awake) {
            throw new WakeupException();
        }
        return super.poll(timeout);
    }

    @Override
    public synchronized void acknowledge(ConsumerRecord<byte[], byte[]> record, AcknowledgeType type) {
        acknowledged.accept(type);
    }

    @Override
    public synchronized void wakeup() {
        awake = true;
    }
}
