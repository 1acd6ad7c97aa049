package kz.aryz.reference;

import java.io.IOException;
import java.util.Map;
import kz.aryz.registry.RegistryOptions;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.KafkaOptions;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Mixin;

/** How the commands about reference data reach Kafka and the schema registry. */
final class ReferenceClients {

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    KafkaOptions kafka() {
        return kafka;
    }

    RegistryOptions registry() {
        return registry;
    }

    AvroSerdes serdes() throws IOException {
        Map<String, Object> config = kafka.clients();
        config.put(AvroSerdes.REGISTRY, registry.address());
        return AvroSerdes.from(config);
    }

    Producer<String, byte[]> producer() throws IOException {
        Map<String, Object> config = kafka.clients();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TransactionalIds.REFERENCE_APPLY);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    ReferenceLog log(AvroSerdes serdes) throws IOException {
        return new ReferenceLog(ReferenceLog.consumer(kafka.clients()), serdes);
    }
}
