package kz.aryz.backup;

import java.util.HashMap;
import java.util.Map;
import kz.aryz.topic.Topic;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka clients that carry bytes as they are. */
final class RawClients {

    private static final int FETCHED_BYTES = 8 * 1024 * 1024;
    private static final int BATCH_BYTES = 256 * 1024;

    /** What brokers allow at most, unless they are told otherwise. */
    private static final int TRANSACTION_MILLIS = 15 * 60 * 1000;

    private final Map<String, Object> properties;

    /** @param properties of any client */
    RawClients(Map<String, Object> properties) {
        this.properties = Map.copyOf(properties);
    }

    Admin admin() {
        return Admin.create(properties);
    }

    /** Reads what is committed; a member of no group. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(properties);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_BYTES);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Acknowledged by all in-sync replicas, in order. */
    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(producing(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Likewise, within transactions. */
    Producer<byte[], byte[]> transactionalProducer() {
        Map<String, Object> config = producing();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TransactionalIds.RESTORE);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> producing() {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_COPY_BYTES);
        return config;
    }
}
