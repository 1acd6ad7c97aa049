package kz.aryz.notifier.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.KeyPlace;
import kz.aryz.dossier.Place;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.Places;
import kz.aryz.dossier.Stretch;
import kz.aryz.dossier.Trail;
import kz.aryz.notifier.Records;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Released;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyStateTest {

    private static final String COMPLAINT = "5f0c1e2a-0000-8000-8000-000000000001";
    private static final long EVENT = 5;
    private static final Dossier.Release RELEASE =
            new Dossier.Release("PROS.KZ-75", EVENT, Records.RECEIVED_AT.toString(), "LEGAL_DUTY");

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final Map<String, TreeMap<Long, byte[]>> log = new HashMap<>();
    private final Known places = new Known();
    private final KeyState state = new KeyState(places, new PlacedRecords(Reader::new, serdes, Clock.systemUTC()));

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void itCountsWhatTheUnitCanOpenWhatWaitsAndWhatHasNoKey() {
        released(4);
        key(0, "COMMISSIONER", "TRIAGE");
        key(1, "COMMISSIONER");
        key(2, "COMMISSIONER");
        places.known.put(keyRef(3), new KeyPlace(null, new Dossier.Destroyed("2022-01-05T09:05:00Z", "", List.of())));

        assertThat(state.of(dossier(RELEASE))).contains(new KeyState.Parts(1, 2, 1, true));
    }

    @Test
    void ofMoreThanAreReadAtOnceItCountsTheLatest() {
        released(Stretch.MOST + 50);
        IntStream.range(0, 50).forEach(number -> key(number, "COMMISSIONER", "TRIAGE"));
        IntStream.range(50, Stretch.MOST + 50).forEach(number -> key(number, "COMMISSIONER"));

        assertThat(state.of(dossier(RELEASE))).contains(new KeyState.Parts(0, Stretch.MOST, 0, false));
    }

    @Test
    void whereNothingWasReleasedThereIsNothingToCount() {
        assertThat(state.of(dossier(null))).isEmpty();
    }

    @Test
    void whereNobodySaysWhereTheKeysLieItSaysNothing() {
        released(1);
        places.answering = false;

        assertThat(state.of(dossier(RELEASE))).isEmpty();
    }

    private static String keyRef(int number) {
        return COMPLAINT + "/identity/k" + number;
    }

    private void released(int parts) {
        CaseEvent event = CaseEvent.newBuilder()
                .setKind(CaseEventKind.RELEASED)
                .setHeader(EventHeader.newBuilder()
                        .setEventId("released")
                        .setComplaintId(COMPLAINT)
                        .setOccurredAt(Records.RECEIVED_AT)
                        .setRecordedAt(Records.RECEIVED_AT)
                        .build())
                .setReleased(Released.newBuilder()
                        .setUnit("PROS.KZ-75")
                        .setKeyRefs(IntStream.range(0, parts)
                                .mapToObj(KeyStateTest::keyRef)
                                .toList())
                        .setReasonCode("LEGAL_DUTY")
                        .build())
                .build();
        put(Topics.CASE_EVENTS, EVENT, event);
    }

    private void key(int number, String... recipients) {
        WrappedKey row = WrappedKey.newBuilder()
                .setComplaintId(COMPLAINT)
                .setSection("identity")
                .setKeyId("k" + number)
                .setCreatedAt(Records.RECEIVED_AT)
                .setWraps(List.of(recipients).stream()
                        .map(recipient -> new KeyWrap(recipient, ByteBuffer.wrap(new byte[] {7})))
                        .toList())
                .build();
        put(Topics.KEYS, number, row);
        places.known.put(keyRef(number), new KeyPlace((long) number, null));
    }

    private <V> void put(Topic<V> topic, long offset, V value) {
        log.computeIfAbsent(topic.name(), any -> new TreeMap<>())
                .put(offset, serdes.serializer(topic).serialize(topic.name(), value));
    }

    private static Dossier dossier(Dossier.@Nullable Release release) {
        return new Dossier(
                COMPLAINT,
                Records.NUMBER,
                Records.RECEIVED_AT.toString(),
                "WEB_FORM",
                "KAZAKH",
                ConsentValue.REFUSED,
                "A",
                Priority.P1,
                null,
                release,
                2,
                true,
                false,
                Map.of());
    }

    /** The data keys that are known; asked for no more than are read at once. */
    private static final class Known implements Places {

        private final Map<String, KeyPlace> known = new HashMap<>();
        private boolean answering = true;

        @Override
        public Optional<Stretch> stretch(String complaintId, Trail trail, Optional<Place> before) {
            return Optional.empty();
        }

        @Override
        public Optional<Map<String, KeyPlace>> keys(String complaintId, Collection<String> keyRefs) {
            assertThat(keyRefs).hasSizeLessThanOrEqualTo(Stretch.MOST);
            Map<String, KeyPlace> found = new HashMap<>(known);
            found.keySet().retainAll(keyRefs);
            return answering ? Optional.of(found) : Optional.empty();
        }
    }

    private final class Reader extends MockConsumer<byte[], byte[]> {

        Reader() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            for (TopicPartition source : assignment()) {
                log.getOrDefault(source.topic(), new TreeMap<>())
                        .tailMap(position(source), true)
                        .forEach((offset, value) -> addRecord(
                                new ConsumerRecord<>(source.topic(), source.partition(), offset, new byte[0], value)));
            }
            return super.poll(timeout);
        }
    }
}
