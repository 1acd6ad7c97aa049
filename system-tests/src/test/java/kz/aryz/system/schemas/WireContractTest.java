package kz.aryz.system.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.aryz.registry.RegistryAddress;
import kz.aryz.registry.SchemaRegistry;
import kz.aryz.registry.Subject;
import kz.aryz.registry.SubjectRegistrar;
import kz.aryz.serde.AvroBinary;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.Platform;
import kz.aryz.system.Uses;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any client of any language that knows Confluent's API reads and writes what Aryz does. */
@Uses(Platform.class)
class WireContractTest {

    private static final List<Topic<?>> QUEUES = List.of(Topics.queue("PROS.KZ-75"), Topics.queue("PROS.KZ-79"));
    private static final long SEED = 2022_01;

    private static AvroSerdes serdes = AvroSerdes.inMemory();
    private static ForeignClient foreigner = new ForeignClient(URI.create(""));

    /** The queues first: the same content under two subjects, so that ids of contents and of versions part ways. */
    @BeforeAll
    static void register() throws IOException {
        foreigner = new ForeignClient(Platform.shared().confluentRegistry());
        serdes = AvroSerdes.from(
                Map.of(AvroSerdes.REGISTRY, Platform.shared().registry().toString()));
        try (SchemaRegistry registry =
                new SchemaRegistry(new RegistryAddress(Platform.shared().registry()))) {
            SubjectRegistrar registrar = new SubjectRegistrar(registry);
            registrar.apply(Subject.of(QUEUES));
            registrar.apply(Subject.all());
        }
    }

    @AfterAll
    static void close() {
        serdes.close();
    }

    static Stream<Topic<?>> topics() {
        return Stream.concat(QUEUES.stream(), Topics.all().stream()).filter(Topic::isAvro);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aForeignerReadsWhatAServiceWrites(Topic<?> topic) throws Exception {
        GenericRecord fact = anyFactOf(topic);

        byte[] record = written(topic, fact);

        assertThat(foreigner.decode(record)).isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aServiceReadsWhatAForeignerWrites(Topic<?> topic) throws Exception {
        GenericRecord fact = anyFactOf(topic);

        byte[] record = foreigner.encode(topic.subject(), fact);

        assertThat(serdes.deserializer(topic).deserialize(topic.name(), record)).isEqualTo(value(topic, fact));
    }

    @Test
    void theSameContentUnderTwoSubjectsIsReadUnderEither() throws Exception {
        for (Topic<?> queue : QUEUES) {
            GenericRecord fact = anyFactOf(queue);
            assertThat(foreigner.decode(written(queue, fact))).isEqualTo(fact);
        }
        assertThat(idOfVersion(QUEUES.getLast()))
                .as("premise: content and version have different ids here")
                .isNotEqualTo(foreigner.latestId(QUEUES.getLast().subject()));
    }

    private static int idOfVersion(Topic<?> topic) throws IOException {
        URI version = URI.create(Platform.shared().registry() + "/groups/default/artifacts/" + topic.subject()
                + "/versions/branch=latest");
        try (InputStream metadata = version.toURL().openStream()) {
            return new ObjectMapper().readTree(metadata).path("globalId").asInt();
        }
    }

    private static <V> byte[] written(Topic<V> topic, GenericRecord fact) {
        return serdes.serializer(topic).serialize(topic.name(), value(topic, fact));
    }

    private static <V> V value(Topic<V> topic, GenericRecord fact) {
        return AvroBinary.decode(topic.valueType(), fact.getSchema(), Generic.bytes(fact), 0);
    }

    /** The same on every run, with every kind of field filled somewhere. */
    private static GenericRecord anyFactOf(Topic<?> topic) {
        Schema schema = SpecificData.getForClass(topic.valueType()).getSchema(topic.valueType());
        GenericRecord random =
                (GenericRecord) new RandomData(schema, 1, SEED).iterator().next();
        return Generic.record(schema, Generic.bytes(random));
    }
}
