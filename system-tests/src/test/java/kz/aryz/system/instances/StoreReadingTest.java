package kz.aryz.system.instances;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.system.Platform;
import kz.aryz.system.Uses;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People look at lists while complaints come in; neither may stop the other. */
@Uses(Platform.class)
class StoreReadingTest {

    private static final String STORE = "read-and-written";
    private static final String KEY = "key";
    private static final int RECORDS = 50_000;
    private static final int READERS = 4;

    private final String topic = "store-reading-" + UUID.randomUUID();
    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir
    private Path folder;

    @BeforeEach
    void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Platform.shared().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    @Test
    void aTopologyGoesOnWhileItsStoresAreRead() throws Exception {
        KafkaStreams streams = new KafkaStreams(topology(), properties());
        List<Thread> readers = new ArrayList<>();
        try {
            streams.start();
            LocalPartitions partitions = new LocalPartitions(streams);
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(Thread.ofPlatform().daemon().start(() -> readOn(partitions)));
            }

            write();

            await().atMost(PATIENCE).until(() -> written(partitions).equals(Optional.of(RECORDS - 1)));
        } finally {
            over.set(true);
            for (Thread reader : readers) {
                reader.join(PATIENCE);
            }
            assertThat(streams.close(PATIENCE)).isTrue();
        }
    }

    private void readOn(LocalPartitions partitions) {
        while (!over.get()) {
            written(partitions);
        }
    }

    private static Optional<Integer> written(LocalPartitions partitions) {
        return Optional.ofNullable(partitions
                        .<Integer, Optional<Integer>>read(
                                STORE, Set.of(0), store -> Optional.ofNullable(store.get(KEY)))
                        .get(0))
                .flatMap(found -> found);
    }

    private void write() throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Platform.shared().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<RecordMetadata>> sent = IntStream.range(0, RECORDS)
                    .mapToObj(i -> producer.send(new ProducerRecord<>(topic, KEY, Integer.toString(i))))
                    .toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Integer())
                        .withLoggingDisabled());
        builder.stream(topic, Consumed.with(Serdes.String(), Serdes.String())).process(Keeper::new, STORE);
        return builder.build();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, topic);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, Platform.shared().bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.put("auto.offset.reset", "earliest");
        return properties;
    }

    /** Keeps the last value. */
    private static final class Keeper extends ContextualProcessor<String, String, Void, Void> {

        @Override
        public void process(Record<String, String> record) {
            KeyValueStore<String, Integer> store = context().getStateStore(STORE);
            store.put(record.key(), Integer.valueOf(record.value()));
        }
    }
}
