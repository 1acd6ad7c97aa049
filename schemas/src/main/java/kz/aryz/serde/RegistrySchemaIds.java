package kz.aryz.serde;

import java.util.concurrent.locks.ReentrantLock;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Asks the configured serializer and deserializer: the id is in the header of what the one writes, the schema is that
 * of the generic record the other reads. One question at a time, since neither promises to be safe for threads.
 */
final class RegistrySchemaIds implements SchemaIds {

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;
    private final ReentrantLock lock = new ReentrantLock();

    RegistrySchemaIds(SerdeConfig config) {
        serializer = config.serializer();
        deserializer = config.deserializer();
    }

    @Override
    public int id(String topic, SpecificRecord value) {
        lock.lock();
        try {
            return WireFormat.id(topic, serializer.serialize(topic, value));
        } catch (RuntimeException e) {
            throw new RegistryUnavailableException("No schema id for " + topic + " could be had", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Schema writer(String topic, byte[] record) {
        lock.lock();
        try {
            return ((GenericContainer) deserializer.deserialize(topic, record)).getSchema();
        } catch (RuntimeException e) {
            throw new RegistryUnavailableException("The schema of a record on " + topic + " could not be had", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
