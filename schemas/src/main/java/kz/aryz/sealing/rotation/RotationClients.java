package kz.aryz.sealing.rotation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients of those who write rows of {@code complaints.keys} anew, or destroy them. */
public final class RotationClients {

    /** While a transaction is open, readers of committed records wait on its partition: one that died must not hold them. */
    private static final Duration TRANSACTION = Duration.ofSeconds(15);

    private final Map<String, Object> properties;
    private final AvroSerdes serdes;
    private final String name;

    /**
     * @param properties of any client
     * @param name of the transactions: two of one name exclude each other, the later one goes on
     */
    public RotationClients(Map<String, ?> properties, AvroSerdes serdes, String name) {
        this.properties = Map.copyOf(properties);
        this.serdes = serdes;
        this.name = name;
    }

    /** Reads what is committed. */
    public Consumer<String, byte[]> committed() {
        return committed(properties);
    }

    /** The same, for whoever writes nothing. */
    public static Consumer<String, byte[]> committed(Map<String, ?> properties) {
        return consumer(properties, IsolationLevel.READ_COMMITTED);
    }

    /** Reads everything. */
    public Consumer<String, byte[]> uncommitted() {
        return consumer(properties, IsolationLevel.READ_UNCOMMITTED);
    }

    public Producer<String, byte[]> producer() {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION.toMillis());
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    Deserializer<WrappedKey> deserializer(Topic<WrappedKey> topic) {
        return serdes.deserializer(topic);
    }

    Serializer<WrappedKey> serializer(Topic<WrappedKey> topic) {
        return serdes.serializer(topic);
    }

    private static Consumer<String, byte[]> consumer(Map<String, ?> properties, IsolationLevel isolation) {
        Map<String, Object> config = new HashMap<>(properties);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString().toLowerCase(Locale.ROOT));
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
