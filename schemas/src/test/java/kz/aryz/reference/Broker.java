package kz.aryz.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The reference topics, as far as a producer has written them. */
final class Broker {

    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();

    MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    void take(MockProducer<String, byte[]> producer) {
        records.addAll(producer.history());
    }

    void take(List<ProducerRecord<String, byte[]>> some) {
        records.addAll(some);
    }

    /** A consumer of everything written so far. */
    MockConsumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        Map<String, Long> written = new HashMap<>();
        consumer.updateBeginningOffsets(
                partitions().collect(Collectors.toMap(partition -> partition, partition -> 0L)));
        consumer.schedulePollTask(() -> records.forEach(record -> {
            long offset = written.merge(record.topic(), 1L, Long::sum) - 1;
            consumer.addRecord(new ConsumerRecord<>(record.topic(), 0, offset, record.key(), record.value()));
        }));
        consumer.updateEndOffsets(partitions().collect(Collectors.toMap(partition -> partition, this::end)));
        return consumer;
    }

    List<ProducerRecord<String, byte[]>> records() {
        return records;
    }

    private long end(TopicPartition partition) {
        return records.stream()
                .filter(record -> record.topic().equals(partition.topic()))
                .count();
    }

    private static Stream<TopicPartition> partitions() {
        return Stream.concat(Table.all().stream().map(Table::topic), Stream.of(Topics.REFERENCE_RELEASES))
                .map(topic -> new TopicPartition(topic.name(), 0));
    }
}
