package kz.aryz.notifier.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the reader of releases has come: to the first one that it is not done with. For one thread. */
final class Progress implements ConsumerRebalanceListener {

    private final Consumer<?, ?> consumer;
    private final OpenReleases open;

    /** Behind what was read last, and what a successor begins at. */
    private final Map<TopicPartition, Long> read = new HashMap<>();

    private final Map<TopicPartition, Long> committed = new HashMap<>();

    Progress(Consumer<?, ?> consumer, OpenReleases open) {
        this.consumer = consumer;
        this.open = open;
    }

    /** Commits what is new of it, with that batch. */
    void commit(ConsumerRecords<?, ?> batch) {
        for (TopicPartition partition : batch.partitions()) {
            committed.putIfAbsent(partition, batch.records(partition).getFirst().offset());
            read.put(partition, batch.records(partition).getLast().offset() + 1);
        }
        Map<TopicPartition, OffsetAndMetadata> behind = new HashMap<>();
        read.forEach((partition, end) -> {
            long place = open.first(partition.partition()).orElse(end);
            if (place > committed.getOrDefault(partition, 0L)) {
                behind.put(partition, new OffsetAndMetadata(place));
            }
        });
        if (!behind.isEmpty()) {
            consumer.commitSync(behind);
            behind.forEach((partition, place) -> committed.put(partition, place.offset()));
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        open.leave(partitions);
        read.keySet().removeAll(partitions);
        committed.keySet().removeAll(partitions);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}
}
