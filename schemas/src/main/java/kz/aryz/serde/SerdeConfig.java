package kz.aryz.serde;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
                    "Folder in which schema ids are kept; none are where it is empty.");

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

    URI registry() {
        return URI.create(getString(AvroSerdes.REGISTRY));
    }

    Optional<Path> cache() {
        return Optional.of(getString(AvroSerdes.CACHE))
                .filter(dir -> !dir.isEmpty())
                .map(Path::of);
    }

    @SuppressWarnings("unchecked")
    private <T> T instance(String key, Class<? super T> type) {
        return (T) getConfiguredInstance(key, type);
    }

    /** Our three decisions in the words of both: no registration by services, four-byte ids, generic records. */
    private Map<String, Object> mapped() {
        Map<String, Object> mapped = new HashMap<>(originals());
        mapped.put("apicurio.registry.url", getString(AvroSerdes.REGISTRY));
        mapped.put("apicurio.registry.auto-register", false);
        mapped.put("apicurio.registry.find-latest", false);
        mapped.put("apicurio.registry.use-id", "contentId");
        mapped.put("apicurio.registry.use-specific-avro-reader", false);
        mapped.put("schema.registry.url", getString(AvroSerdes.REGISTRY));
        mapped.put("auto.register.schemas", false);
        mapped.put("use.latest.version", false);
        mapped.put("specific.avro.reader", false);
        return mapped;
    }
}
