package kz.aryz.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import kz.aryz.schema.NoteSection;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroBinaryTest {

    private static final Schema SCHEMA = NoteSection.getClassSchema();
    private static final String CANARY = "canary";

    @Test
    void givesBackWhatWasWritten() {
        NoteSection note = new NoteSection(CANARY);

        assertThat(AvroBinary.decode(NoteSection.class, SCHEMA, AvroBinary.encode(note), 0))
                .isEqualTo(note);
    }

    @Test
    void readsWhatAnotherVersionWrote() {
        Schema older = SchemaBuilder.record("NoteSection")
                .namespace("kz.aryz.schema")
                .fields()
                .requiredInt("gone")
                .requiredString("text")
                .endRecord();
        byte[] bytes = {2, 2, 'x'};

        assertThat(AvroBinary.decode(NoteSection.class, older, bytes, 0)).isEqualTo(new NoteSection("x"));
    }

    @Test
    void refusesARecordThatLacksWhatItsSchemaDemands() {
        assertThatThrownBy(() -> AvroBinary.encode(new NoteSection())).isInstanceOf(SerializationException.class);
    }

    @Test
    void refusesBytesThatEndTooEarly() {
        byte[] bytes = AvroBinary.encode(new NoteSection(CANARY));
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);

        assertRefusedWithoutContent(cut);
    }

    @Test
    void refusesBytesThatGoOn() {
        byte[] bytes = AvroBinary.encode(new NoteSection(CANARY));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

        assertRefusedWithoutContent(longer);
    }

    private static void assertRefusedWithoutContent(byte[] bytes) {
        assertThatThrownBy(() -> AvroBinary.decode(NoteSection.class, SCHEMA, bytes, 0))
                .isInstanceOf(SerializationException.class)
                .hasNoCause()
                .hasMessageContaining("NoteSection")
                .hasMessageNotContaining(CANARY);
    }
}
