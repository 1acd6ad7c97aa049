package kz.aryz.serde;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Numbers schemas from 1 in the order they are met; known in this process only. */
final class NumberedInMemory implements SchemaIds {

    private final List<Schema> schemas = new CopyOnWriteArrayList<>();

    @Override
    public synchronized int id(String topic, SpecificRecord value) {
        if (!schemas.contains(value.getSchema())) {
            schemas.add(value.getSchema());
        }
        return schemas.indexOf(value.getSchema()) + 1;
    }

    @Override
    public Schema writer(String topic, byte[] record) {
        int id = WireFormat.id(topic, record);
        if (id < 1 || id > schemas.size()) {
            throw new SerializationException("No schema has the id " + id + " of a record on " + topic);
        }
        return schemas.get(id - 1);
    }
}
