package kz.aryz.serde;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.aryz.registry.SchemaRegistry;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Asks the configured serializer and deserializer: the id is in the header of what the one writes, the schema is that
 * of the generic record the other reads. One question at a time, since neither promises to be safe for threads, and
 * each with a limit of time, since neither promises an answer.
 */
final class RegistrySchemaIds implements SchemaIds {

    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;
    private final SchemaRegistry registry;
    private final Duration patience;
    private final ExecutorService asker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("schema-registry").daemon().factory());

    RegistrySchemaIds(SerdeConfig config) {
        serializer = config.serializer();
        deserializer = config.deserializer();
        registry = new SchemaRegistry(config.registry());
        patience = config.patience();
    }

    @Override
    public int id(String topic, SpecificRecord value) {
        try {
            return WireFormat.id(topic, ask(() -> serializer.serialize(topic, value)));
        } catch (ExecutionException | TimeoutException e) {
            throw new RegistryUnavailableException("The registry gave no id for the schema of " + topic, e.getCause());
        }
    }

    @Override
    public Schema writer(String topic, byte[] record) {
        int id = WireFormat.id(topic, record);
        try {
            return ask(() -> ((GenericContainer) deserializer.deserialize(topic, record)).getSchema());
        } catch (TimeoutException e) {
            throw noSchema(id, e);
        } catch (ExecutionException e) {
            return confirmed(topic, id);
        }
    }

    @Override
    public void close() {
        asker.shutdownNow();
        serializer.close();
        deserializer.close();
        registry.close();
    }

    /**
     * A deserializer fails alike for a registry that is away, an id that does not exist and a damaged body. The
     * registry itself tells them apart.
     */
    private Schema confirmed(String topic, int id) {
        try {
            return registry.schema(id)
                    .orElseThrow(() -> new SerializationException(
                            "No schema has the id " + id + " that a record on " + topic + " names"));
        } catch (IOException e) {
            throw noSchema(id, e);
        }
    }

    private static RegistryUnavailableException noSchema(int id, Exception cause) {
        return new RegistryUnavailableException("The registry gave no schema for the id " + id, cause);
    }

    private <T> T ask(Callable<T> question) throws ExecutionException, TimeoutException {
        Future<T> answer = asker.submit(question);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Interrupted while asking the registry", e);
        } finally {
            answer.cancel(true);
        }
    }
}
