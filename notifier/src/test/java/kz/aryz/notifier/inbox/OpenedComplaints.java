package kz.aryz.notifier.inbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.accesses.AccessHistory;
import kz.aryz.notifier.inbox.HeldComplaints.Lying;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.SectionOpened;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

/** The record of accesses, on which it stands that somebody read each of these complaints once. */
record OpenedComplaints(List<Lying> complaints) {

    private static final AvroSerdes SERDES = AvroSerdes.inMemory();

    AccessHistory history(Clock clock) {
        return new AccessHistory(this::consumer, SERDES, clock);
    }

    private Consumer<byte[], byte[]> consumer() {
        List<ConsumerRecord<byte[], byte[]>> records = records();
        Map<TopicPartition, Long> nothing = IntStream.range(0, Topics.ACCESSES.partitions())
                .boxed()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(Topics.ACCESSES.name(), partition), partition -> 0L));
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateBeginningOffsets(nothing);
        consumer.updateEndOffsets(nothing);
        consumer.updateEndOffsets(records.stream()
                .collect(Collectors.toMap(
                        row -> new TopicPartition(row.topic(), row.partition()), row -> row.offset() + 1, Math::max)));
        consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
        return consumer;
    }

    private List<ConsumerRecord<byte[], byte[]>> records() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Serializer<AccessEvent> values = SERDES.serializer(Topics.ACCESSES)) {
            for (Lying complaint : complaints) {
                byte[] value = values.serialize(Topics.ACCESSES.name(), opened(complaint));
                records.add(new ConsumerRecord<>(Topics.ACCESSES.name(), 0, records.size(), null, value));
            }
        }
        return records;
    }

    private static AccessEvent opened(Lying complaint) {
        return AccessEvent.newBuilder()
                .setKind(AccessEventKind.OPENED)
                .setHeader(EventHeader.newBuilder()
                        .setEventId("opening-of-" + complaint.complaintId())
                        .setComplaintId(complaint.complaintId())
                        .setOccurredAt(Records.RECEIVED_AT)
                        .setRecordedAt(Records.RECEIVED_AT)
                        .setActorRef("somebody-else")
                        .build())
                .setOpened(SectionOpened.newBuilder()
                        .setComplaintNumber(Records.NUMBER)
                        .setSection("account")
                        .setRole("commissioner-officer")
                        .setService("notifier")
                        .setPurpose("OVERSIGHT")
                        .build())
                .build();
    }
}
