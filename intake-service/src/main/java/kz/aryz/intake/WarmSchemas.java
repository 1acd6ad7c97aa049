package kz.aryz.intake;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.aryz.runtime.health.Health;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Receipt;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.serde.RegistryUnavailableException;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;

/** Asks for the ids of every schema that is written, before the first complaint needs one. */
final class WarmSchemas {

    private final AvroSerdes serdes;
    private final AtomicBoolean warm = new AtomicBoolean();

    WarmSchemas(AvroSerdes serdes) {
        this.serdes = serdes;
    }

    /** Up once all ids are known; asks for what is missing. */
    Health health() {
        if (warm.get()) {
            return Health.up();
        }
        try {
            id(Topics.KEYS, new WrappedKey("", "", "", Instant.EPOCH, List.of()));
            id(Topics.SUBMISSIONS, Submission.newBuilder().setHeader(header()).build());
            id(Topics.RECEIPTS, Receipt.newBuilder().setComplaintId("").build());
            warm.set(true);
            return Health.up();
        } catch (RegistryUnavailableException e) {
            return Health.down("the schema registry has not given the ids yet");
        }
    }

    private <V> void id(Topic<V> topic, V value) {
        serdes.serializer(topic).serialize(topic.name(), value);
    }

    private static EventHeader header() {
        return EventHeader.newBuilder()
                .setEventId("")
                .setComplaintId("")
                .setOccurredAt(Instant.EPOCH)
                .setRecordedAt(Instant.EPOCH)
                .build();
    }
}
