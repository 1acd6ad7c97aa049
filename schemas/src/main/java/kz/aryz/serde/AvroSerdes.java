package kz.aryz.serde;

import java.util.Map;
import kz.aryz.topic.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes for the values of every topic, in Confluent's wire format; generated classes in and out. What one hands out
 * is safe for threads, shares what is known about schema ids, and lives until {@link #close}.
 *
 * <p>Both directions throw {@link RegistryUnavailableException} where the same record succeeds later, and
 * {@link org.apache.kafka.common.errors.SerializationException} where it never will.
 */
public final class AvroSerdes implements AutoCloseable {

    static {
        TrustedRecords.tellAvro();
    }

    /** Name of the class that finds out schema ids for writing; Apicurio's by default. */
    public static final String SERIALIZER = "aryz.value.serializer";

    /** Name of the class that finds out schemas for reading; Apicurio's by default. */
    public static final String DESERIALIZER = "aryz.value.deserializer";

    /** Address of the schema registry as the two classes want it: the value of {@code SCHEMA_REGISTRY_URL}. */
    public static final String REGISTRY = "aryz.schema.registry.url";

    /** Folder in which schema ids are kept for the time when no registry answers; optional. */
    public static final String CACHE = "aryz.schema.cache";

    /** How long one answer of the registry is waited for, in milliseconds; 5 s by default. */
    public static final String PATIENCE = "aryz.schema.registry.timeout.ms";

    private final SchemaIds ids;

    private AvroSerdes(SchemaIds ids) {
        this.ids = ids;
    }

    /**
     * Serdes that ask a registry.
     *
     * @param config the keys named here, and whatever else the two classes understand under their own names
     * @throws org.apache.kafka.common.config.ConfigException if the address is missing or a class is not there
     */
    public static AvroSerdes from(Map<String, ?> config) {
        SerdeConfig serdeConfig = new SerdeConfig(config);
        return new AvroSerdes(new RememberedSchemaIds(new RegistrySchemaIds(serdeConfig), serdeConfig.cache()));
    }

    /** Serdes that number schemas within this process: the wire format without a registry, for topology tests. */
    public static AvroSerdes inMemory() {
        return new AvroSerdes(new NumberedInMemory());
    }

    /**
     * A serde for state that no other program reads: Avro's single-object encoding, which needs no registry. It reads what
     * this version and every release wrote: stores outlive both.
     */
    public static <V> Serde<V> local(Class<V> type) {
        return LocalSerde.of(type, ReleasedSchemas.of(type.getName()));
    }

    /** Writes values of the topic. */
    public <V> Serializer<V> serializer(Topic<V> topic) {
        return topic.isAvro() ? new AvroWriter<>(ids) : raw(new ByteArraySerializer());
    }

    /** Reads values of the topic. */
    public <V> Deserializer<V> deserializer(Topic<V> topic) {
        return topic.isAvro() ? new AvroReader<>(ids, topic.valueType()) : raw(new ByteArrayDeserializer());
    }

    /** Both for the topic. */
    public <V> Serde<V> serde(Topic<V> topic) {
        return Serdes.serdeFrom(serializer(topic), deserializer(topic));
    }

    @Override
    public void close() {
        ids.close();
    }

    @SuppressWarnings("unchecked")
    private static <V> Serializer<V> raw(ByteArraySerializer serializer) {
        return (Serializer<V>) serializer;
    }

    @SuppressWarnings("unchecked")
    private static <V> Deserializer<V> raw(ByteArrayDeserializer deserializer) {
        return (Deserializer<V>) deserializer;
    }
}
