package kz.aryz.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import kz.aryz.runtime.config.KafkaClients;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the Kafka clients of intake, measured, and patient no longer than a sender is. */
record Clients(KafkaClients properties, IntakeConfig config, Metrics metrics) {

    /** A request is given up in time for a second attempt. */
    private static final int ATTEMPTS = 2;

    Producer<String, byte[]> producer() {
        int patience = Math.toIntExact(config.confirmWithin().toMillis());
        Producer<String, byte[]> producer = new KafkaProducer<>(
                properties.producer(
                        "producer",
                        Map.of(
                                "linger.ms",
                                0,
                                "max.block.ms",
                                patience,
                                "delivery.timeout.ms",
                                patience,
                                "request.timeout.ms",
                                Math.max(1, patience / ATTEMPTS))),
                new StringSerializer(),
                new ByteArraySerializer());
        metrics.bind(producer);
        return producer;
    }

    Admin admin() {
        Map<String, Object> own = new HashMap<>(properties.admin("admin"));
        own.put("default.api.timeout.ms", Math.toIntExact(config.confirmWithin().toMillis()));
        own.put(
                "request.timeout.ms",
                Math.toIntExact(config.confirmWithin().dividedBy(ATTEMPTS).toMillis()));
        return Admin.create(own);
    }

    Consumer<String, byte[]> consumer(Topic<?> topic) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                properties.consumer(topic.name(), Map.of("fetch.max.wait.ms", (int)
                        Duration.ofMillis(500).toMillis())),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        metrics.bind(consumer);
        return consumer;
    }

    /** For the follower of reference data, which makes its own client. */
    Map<String, Object> reference() {
        return properties.consumer("reference", Map.of());
    }

    AvroSerdes serdes() {
        return properties.avroSerdes(config.stateDir());
    }
}
