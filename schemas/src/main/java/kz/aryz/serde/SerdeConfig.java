package kz.aryz.serde;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.aryz.registry.RegistryAddress;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * How values are written and read. The keys live beside Kafka's own in the same properties; whatever a foreign
 * serializer wants beyond {@link #mapped} (credentials, TLS) is passed on under its own name.
 */
final class SerdeConfig extends AbstractConfig {

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    AvroSerdes.SERIALIZER,
                    ConfigDef.Type.CLASS,
                    "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
                    Importance.MEDIUM,
                    "Class that finds out the id of a schema.")
            .define(
                    AvroSerdes.DESERIALIZER,
                    ConfigDef.Type.CLASS,
                    "io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
                    Importance.MEDIUM,
                    "Class that finds out the schema of an id.")
            .define(
                    AvroSerdes.REGISTRY,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new ConfigDef.NonEmptyString(),
                    Importance.HIGH,
                    "Address of the schema registry as the two classes want it.")
            .define(
                    AvroSerdes.CACHE,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Folder in which schema ids are kept; none are where it is empty.")
            .define(
                    AvroSerdes.PATIENCE,
                    ConfigDef.Type.LONG,
                    5_000L,
                    ConfigDef.Range.atLeast(1),
                    Importance.LOW,
                    "Milliseconds to wait for one answer of the registry.");

    SerdeConfig(Map<String, ?> config) {
        super(DEFINITION, config, false);
    }

    Serializer<Object> serializer() {
        Serializer<Object> serializer = instance(AvroSerdes.SERIALIZER, Serializer.class);
        serializer.configure(mapped(), false);
        return serializer;
    }

    Deserializer<Object> deserializer() {
        Deserializer<Object> deserializer = instance(AvroSerdes.DESERIALIZER, Deserializer.class);
        deserializer.configure(mapped(), false);
        return deserializer;
    }

    RegistryAddress registry() {
        return new RegistryAddress(URI.create(getString(AvroSerdes.REGISTRY)));
    }

    /** How long one answer of the registry is waited for. */
    Duration patience() {
        return Duration.ofMillis(getLong(AvroSerdes.PATIENCE));
    }

    Optional<SchemaCache> cache() {
        return Optional.of(getString(AvroSerdes.CACHE))
                .filter(dir -> !dir.isEmpty())
                .map(dir -> new SchemaCache(Path.of(dir)));
    }

    @SuppressWarnings("unchecked")
    private <T> T instance(String key, Class<? super T> type) {
        return (T) getConfiguredInstance(key, type);
    }

    /**
     * Our decisions in the words of both: services register nothing; a record is stamped with the schema it is written
     * with and not with the latest; schemas are whole, without references; the id is that of the content, which is what
     * Confluent's API looks up; what is read comes as a generic record.
     */
    private Map<String, Object> mapped() {
        Map<String, Object> mapped = new HashMap<>(originals());
        mapped.put("apicurio.registry.url", getString(AvroSerdes.REGISTRY));
        mapped.put("apicurio.registry.auto-register", false);
        mapped.put("apicurio.registry.find-latest", false);
        mapped.put("apicurio.registry.use-id", "contentId");
        mapped.put("apicurio.registry.use-specific-avro-reader", false);
        mapped.put("apicurio.registry.dereference-schema", true);
        mapped.put("apicurio.registry.http.adapter", "JDK");
        mapped.put("schema.registry.url", getString(AvroSerdes.REGISTRY));
        mapped.put("auto.register.schemas", false);
        mapped.put("use.latest.version", false);
        mapped.put("specific.avro.reader", false);
        return mapped;
    }
}
