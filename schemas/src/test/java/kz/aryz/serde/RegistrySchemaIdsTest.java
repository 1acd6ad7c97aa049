package kz.aryz.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import kz.aryz.schema.NoteSection;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrySchemaIdsTest {

    private static final NoteSection NOTE = new NoteSection("text");
    private static final byte[] RECORD = WireFormat.record(7, AvroBinary.encode(NOTE));

    private HttpServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void takesTheIdFromTheHeaderThatTheSerializerWrites() {
        try (SchemaIds ids = ids(Confluent.class, Generic.class)) {
            assertThat(ids.id("t", NOTE)).isEqualTo(7);
        }
    }

    @Test
    void takesTheSchemaFromTheRecordThatTheDeserializerReads() {
        try (SchemaIds ids = ids(Confluent.class, Generic.class)) {
            assertThat(ids.writer("t", RECORD)).isEqualTo(NoteSection.getClassSchema());
        }
    }

    @Test
    void aSerializerThatFailsMeansThatTheRegistryIsAway() {
        try (SchemaIds ids = ids(Failing.class, Generic.class)) {
            assertThatThrownBy(() -> ids.id("t", NOTE)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void aSerializerThatHangsMeansThatTheRegistryIsAway() {
        try (SchemaIds ids = ids(Hanging.class, Generic.class)) {
            assertThatThrownBy(() -> ids.id("t", NOTE)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void aRecordWhoseIdTheRegistryDoesNotKnowIsBrokenForGood() {
        answer(404, "{\"error_code\":40403,\"message\":\"Schema 7 not found.\"}");

        try (SchemaIds ids = ids(Confluent.class, FailingToRead.class)) {
            assertThatThrownBy(() -> ids.writer("t", RECORD)).isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void aRegistryThatAnswersWithAFaultOfItsOwnIsAway() {
        answer(500, "{\"error_code\":50001,\"message\":\"Out of order\"}");

        try (SchemaIds ids = ids(Confluent.class, FailingToRead.class)) {
            assertThatThrownBy(() -> ids.writer("t", RECORD)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void anAddressWhereNoRegistryIsProvesNothingAboutTheRecord() {
        answer(404, "<html>no such page</html>");

        try (SchemaIds ids = ids(Confluent.class, FailingToRead.class)) {
            assertThatThrownBy(() -> ids.writer("t", RECORD)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void aRegistryThatKnowsTheIdLeavesTheVerdictToTheBody() throws IOException {
        String schema = NoteSection.getClassSchema().toString();
        answer(200, new ObjectMapper().writeValueAsString(Map.of("schema", schema)));

        try (SchemaIds ids = ids(Confluent.class, FailingToRead.class)) {
            assertThat(ids.writer("t", RECORD)).isEqualTo(NoteSection.getClassSchema());
        }
    }

    private SchemaIds ids(Class<?> serializer, Class<?> deserializer) {
        return new RegistrySchemaIds(new SerdeConfig(Map.of(
                AvroSerdes.REGISTRY,
                "http://127.0.0.1:" + registry.getAddress().getPort(),
                AvroSerdes.SERIALIZER,
                serializer.getName(),
                AvroSerdes.DESERIALIZER,
                deserializer.getName(),
                AvroSerdes.PATIENCE,
                500L)));
    }

    private void answer(int status, String body) {
        registry.createContext("/schemas/ids/7", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** Writes as a registry's serializer does. */
    public static final class Confluent implements Serializer<NoteSection> {
        @Override
        public byte[] serialize(String topic, NoteSection value) {
            return RECORD.clone();
        }
    }

    /** Fails as one does without its registry. */
    public static final class Failing implements Serializer<NoteSection> {
        @Override
        public byte[] serialize(String topic, NoteSection value) {
            throw new IllegalStateException("Connection refused");
        }
    }

    /** Waits for an answer that never comes. */
    public static final class Hanging implements Serializer<NoteSection> {
        @Override
        public byte[] serialize(String topic, NoteSection value) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("Interrupted");
        }
    }

    /** Reads as a registry's deserializer does. */
    public static final class Generic implements Deserializer<Object> {
        @Override
        public Object deserialize(String topic, byte[] bytes) {
            return new GenericData.Record(NoteSection.getClassSchema());
        }
    }

    /** Fails alike for whatever reason. */
    public static final class FailingToRead implements Deserializer<Object> {
        @Override
        public Object deserialize(String topic, byte[] bytes) {
            throw new IllegalStateException("Something went wrong");
        }
    }
}
