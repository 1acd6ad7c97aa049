package kz.aryz.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.aryz.serde.AvroSerdes;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    @Test
    void theOperatorsFileReachesEveryClientAndWinsOverDefaults() {
        KafkaClients clients = clients(Map.of("request.timeout.ms", "9000", "commit.interval.ms", "50"));

        assertThat(clients.producer("x", Map.of("request.timeout.ms", 1))).containsEntry("request.timeout.ms", "9000");
        assertThat(clients.consumer("x", Map.of())).containsEntry("request.timeout.ms", "9000");
        assertThat(clients.shareConsumer("x", "g", Map.of())).containsEntry("request.timeout.ms", "9000");
        assertThat(clients.admin("x")).containsEntry("request.timeout.ms", "9000");
        assertThat(clients.streams("x", Map.of())).containsEntry("commit.interval.ms", "50");
    }

    @Test
    void clientsAreNamedAfterServiceAndRole() {
        assertThat(clients(Map.of()).producer("submissions", Map.of()))
                .containsEntry("client.id", "notifier-submissions");
    }

    @Test
    void kafkaAcceptsThePropertiesOfEachClient() {
        KafkaClients clients = clients(Map.of());
        Map<String, Object> serializers =
                Map.of("key.serializer", StringSerializer.class, "value.serializer", StringSerializer.class);
        Map<String, Object> deserializers =
                Map.of("key.deserializer", StringDeserializer.class, "value.deserializer", StringDeserializer.class);

        ProducerConfig producer = new ProducerConfig(clients.producer("x", serializers));
        ConsumerConfig consumer = new ConsumerConfig(clients.consumer("x", deserializers));
        AdminClientConfig admin = new AdminClientConfig(clients.admin("x"));

        assertThat(producer.getInt("max.request.size")).isEqualTo(4 * 1024 * 1024);
        assertThat(consumer.getString("isolation.level")).isEqualTo("read_committed");
        assertThat(admin.getList("bootstrap.servers")).containsExactly("localhost:9092");
    }

    @Test
    void aShareConsumerIsSparedWhatItRefuses() {
        Map<String, Object> properties = clients(
                        Map.of("session.timeout.ms", "10000", "isolation.level", "read_committed"))
                .shareConsumer("worker", "notifier-mail", Map.of());

        try (KafkaShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThat(consumer.subscription()).isEmpty();
        }
    }

    /** A line for consumers would have a lane hold what others could send. */
    @Test
    void aShareConsumerTakesAsManyRecordsAsItAskedForWhateverTheOperatorSetForConsumers() {
        Map<String, Object> properties = clients(Map.of("max.poll.records", "500", "request.timeout.ms", "9000"))
                .shareConsumer("worker", "notifier-mail", Map.of("max.poll.records", 1));

        assertThat(properties).containsEntry("max.poll.records", 1).containsEntry("request.timeout.ms", "9000");
    }

    @Test
    void settingsForTheSerdesReachThemAndNotTheClients() {
        KafkaClients clients = clients(Map.of("aryz.value.serializer", "x.Y"));

        assertThat(clients.producer("x", Map.of())).doesNotContainKey("aryz.value.serializer");
        assertThat(clients.serdes())
                .containsEntry("aryz.value.serializer", "x.Y")
                .containsEntry(AvroSerdes.REGISTRY, "http://localhost:8085/apis/registry/v3");
    }

    private static KafkaClients clients(Map<String, String> file) {
        CommonVariables variables = new CommonVariables("notifier", "127.0.0.1", 8082);
        ServiceConfig config = variables.config(Environment.read(Map.of(), variables.all()));
        return new KafkaClients(new ServiceConfig(
                config.service(),
                config.bootstrapServers(),
                new KafkaFile(file),
                config.registry(),
                config.bind(),
                config.port(),
                config.advertisedUrl()));
    }
}
