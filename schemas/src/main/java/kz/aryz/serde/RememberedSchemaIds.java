package kz.aryz.serde;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Asks the registry once in the life of the process for each schema and keeps the answer on disk. What an earlier
 * process kept is used only where the registry does not answer: a registry that was set up anew may number otherwise.
 */
final class RememberedSchemaIds implements SchemaIds {

    private record Use(String topic, Schema schema) {}

    private final SchemaIds registry;
    private final Optional<SchemaCache> disk;
    private final Map<Use, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    RememberedSchemaIds(SchemaIds registry, Optional<SchemaCache> disk) {
        this.registry = registry;
        this.disk = disk;
    }

    @Override
    public int id(String topic, SpecificRecord value) {
        Use use = new Use(topic, value.getSchema());
        @Nullable Integer known = ids.get(use);
        if (known == null) {
            known = learnId(use, value);
            ids.put(use, known);
        }
        return known;
    }

    @Override
    public Schema writer(String topic, byte[] record) {
        int id = WireFormat.id(topic, record);
        @Nullable Schema known = schemas.get(id);
        if (known == null) {
            known = learnSchema(topic, id, record);
            schemas.put(id, known);
        }
        return known;
    }

    @Override
    public void close() {
        registry.close();
    }

    private int learnId(Use use, SpecificRecord value) {
        try {
            int id = registry.id(use.topic(), value);
            disk.ifPresent(cache -> cache.keep(use.topic(), use.schema(), id));
            return id;
        } catch (RegistryUnavailableException e) {
            return disk.flatMap(cache -> cache.id(use.topic(), use.schema())).orElseThrow(() -> e);
        }
    }

    private Schema learnSchema(String topic, int id, byte[] record) {
        try {
            Schema schema = registry.writer(topic, record);
            disk.ifPresent(cache -> cache.keep(id, schema));
            return schema;
        } catch (RegistryUnavailableException e) {
            return disk.flatMap(cache -> cache.schema(id)).orElseThrow(() -> e);
        }
    }
}
