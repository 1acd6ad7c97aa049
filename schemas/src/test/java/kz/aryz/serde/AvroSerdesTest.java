package kz.aryz.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import kz.aryz.schema.ComplaintState;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.NoteSection;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {

    private static final Topic<ComplaintStatus> TOPIC = Topics.STATUS;
    private static final ComplaintStatus STATUS = ComplaintStatus.newBuilder()
            .setComplaintId("c")
            .setState(ComplaintState.RECEIVED)
            .setReceivedAt(Instant.ofEpochMilli(1))
            .setUpdatedAt(Instant.ofEpochMilli(2))
            .setNextStep("REGISTRATION")
            .build();

    @Test
    void writesAZeroByteTheIdAndTheBody() {
        byte[] record = AvroSerdes.inMemory().serializer(TOPIC).serialize(TOPIC.name(), STATUS);

        assertThat(record).startsWith(0, 0, 0, 0, 1).endsWith(AvroBinary.encode(STATUS));
    }

    @Test
    void givesBackGeneratedClassesWithInstants() {
        Serde<ComplaintStatus> serde = AvroSerdes.inMemory().serde(TOPIC);

        byte[] record = serde.serializer().serialize(TOPIC.name(), STATUS);

        assertThat(serde.deserializer().deserialize(TOPIC.name(), record)).isEqualTo(STATUS);
    }

    @Test
    void aTombstoneStaysATombstone() {
        Serde<ComplaintStatus> serde = AvroSerdes.inMemory().serde(TOPIC);

        assertThat(serde.serializer().serialize(TOPIC.name(), null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC.name(), null)).isNull();
    }

    @Test
    void deadLettersPassAsTheyCame() {
        Serde<byte[]> serde = AvroSerdes.inMemory().serde(Topics.TRIAGE_DEAD_LETTERS);
        byte[] broken = {1, 2, 3};

        assertThat(serde.serializer().serialize("any", broken)).isEqualTo(broken);
        assertThat(serde.deserializer().deserialize("any", broken)).isEqualTo(broken);
    }

    @Test
    void bytesWithoutASchemaIdAreBrokenForGood() {
        assertThatThrownBy(
                        () -> AvroSerdes.inMemory().deserializer(TOPIC).deserialize(TOPIC.name(), new byte[] {1, 2, 3}))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void anIdThatStandsForNothingIsBrokenForGood() {
        assertThatThrownBy(() -> AvroSerdes.inMemory()
                        .deserializer(TOPIC)
                        .deserialize(TOPIC.name(), new byte[] {0, 0, 0, 0, 9, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("9");
    }

    @Test
    void localStateReadsWhatAnEarlierReleaseWrote() throws IOException {
        Schema earlier = SchemaBuilder.record("NoteSection")
                .namespace("kz.aryz.schema")
                .fields()
                .requiredInt("gone")
                .requiredString("text")
                .endRecord();
        GenericRecord written = new GenericRecordBuilder(earlier)
                .set("gone", 1)
                .set("text", "x")
                .build();
        byte[] bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), earlier)
                .encode(written)
                .array();

        Serde<NoteSection> serde = LocalSerde.of(NoteSection.class, Set.of(earlier));

        assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(new NoteSection("x"));
    }

    @Test
    void localStateGivesBackWhatWasWritten() {
        Serde<ComplaintStatus> serde = AvroSerdes.local(ComplaintStatus.class);

        byte[] bytes = serde.serializer().serialize("store", STATUS);

        assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(STATUS);
    }

    @Test
    void theAddressOfTheRegistryIsDemandedByName() {
        assertThatThrownBy(() -> AvroSerdes.from(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(AvroSerdes.REGISTRY);
    }

    @Test
    void aSerializerThatIsNotThereIsSaidByName() {
        Map<String, String> config =
                Map.of(AvroSerdes.REGISTRY, "http://localhost:1", AvroSerdes.SERIALIZER, "no.such.Serializer");

        assertThatThrownBy(() -> AvroSerdes.from(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no.such.Serializer");
    }
}
