package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import kz.aryz.dossier.state.StoredHead;
import kz.aryz.dossier.state.StoredPlace;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one more opening of a complaint costs, with its note, when there are few and when there are thousands. */
class DossierGrowthTest {

    private static final int FEW = 300;
    private static final int MANY = 5_000;
    private static final int ANSWER = 16 * 1024;

    private final ObjectMapper json = new ObjectMapper();
    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final TopologyTestDriver driver = driver();

    @AfterEach
    void close() {
        driver.close();
        serdes.close();
    }

    @Test
    void isTheSameHoweverManyThereWereBefore() throws JsonProcessingException {
        Longest few = longestAfter(0, FEW);

        Longest many = longestAfter(FEW, MANY);

        assertThat(many.stored()).isLessThanOrEqualTo(few.stored() + Long.BYTES);
        assertThat(many.written()).isLessThanOrEqualTo(few.written() + Long.BYTES);
        assertThat(many.answered()).isLessThanOrEqualTo(few.answered() * 2).isLessThan(ANSWER);
        assertThat(places().stretch(Trail.ACCESSES, Optional.empty()).more()).isTrue();
    }

    /**
     * In bytes.
     *
     * @param stored the longest row that is written
     * @param written what an opening writes, of all rows together
     * @param answered the longest answer to another instance
     */
    private record Longest(long stored, long written, long answered) {}

    private Longest longestAfter(int from, int to) throws JsonProcessingException {
        if (from == 0) {
            pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        }
        written();
        IntStream.range(from, to).forEach(this::open);
        List<Integer> rows = written();
        long longest = rows.stream().mapToInt(Integer::intValue).max().orElseThrow();
        long all = rows.stream().mapToInt(Integer::intValue).sum();
        return new Longest(longest, all / (to - from), answered(to));
    }

    private void open(int number) {
        String keyId = "note-%08d".formatted(number);
        pipe(
                Topics.KEYS,
                keyRef(number),
                WrappedKey.newBuilder()
                        .setComplaintId(Records.COMPLAINT)
                        .setSection("note")
                        .setKeyId(keyId)
                        .setCreatedAt(Records.RECEIVED_AT)
                        .setWraps(List.of(new KeyWrap("COMMISSIONER", ByteBuffer.wrap(new byte[] {7}))))
                        .build());
        pipe(
                Topics.ACCESSES,
                Records.COMPLAINT,
                AccessEvent.newBuilder()
                        .setKind(AccessEventKind.OPENED)
                        .setHeader(Records.header(keyId, Records.COMPLAINT))
                        .build());
    }

    private static String keyRef(int number) {
        return Records.COMPLAINT + "/note/note-%08d".formatted(number);
    }

    /** Lengths of the rows that were written to the topics behind the stores since this was asked last. */
    private List<Integer> written() {
        List<Integer> rows = new ArrayList<>();
        for (String topic : driver.producedTopicNames()) {
            if (topic.endsWith("-changelog")) {
                driver
                        .createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList()
                        .stream()
                        .map(DossierGrowthTest::length)
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static int length(TestRecord<byte[], byte[]> row) {
        return row.key().length + row.value().length;
    }

    private int answered(int count) throws JsonProcessingException {
        StoredHead head = driver.<String, StoredHead>getKeyValueStore(DossiersTopology.HEADS)
                .get(Records.COMPLAINT);
        Set<Integer> here = Set.of(0);
        List<String> latest = IntStream.range(count - Dossiers.KEYS_AT_ONCE, count)
                .mapToObj(DossierGrowthTest::keyRef)
                .toList();
        StoredPlaces places = places();
        Dossier dossier = Dossier.of(Records.COMPLAINT, head, places.haveNotes(), places.destroyed());
        int longest = 0;
        for (Object answer : List.of(
                new DossierSlice(here, dossier),
                new StretchSlice(here, places.stretch(Trail.ACCESSES, Optional.empty())),
                new KeysSlice(here, places.keys(latest)))) {
            longest = Math.max(longest, json.writeValueAsBytes(answer).length);
        }
        return longest;
    }

    private StoredPlaces places() {
        return new StoredPlaces(
                driver.<String, StoredPlace>getKeyValueStore(DossiersTopology.PLACES), Records.COMPLAINT);
    }

    private <V> void pipe(Topic<V> topic, String key, V value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), serdes.serializer(topic))
                .pipeInput(key, value, Records.RECEIVED_AT);
    }

    private TopologyTestDriver driver() {
        Map<String, Object> settings = Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "dossier-growth",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "none:1",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true);
        Properties properties = new Properties();
        properties.putAll(settings);
        return new TopologyTestDriver(
                new DossiersTopology(settings, serdes, true, partition -> {}).get(), properties, Records.RECEIVED_AT);
    }
}
