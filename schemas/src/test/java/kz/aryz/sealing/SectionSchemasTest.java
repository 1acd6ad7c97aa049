package kz.aryz.sealing;

import static kz.aryz.sealing.Samples.COMPLAINT;
import static kz.aryz.sealing.Samples.contentOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Opening.Code;
import kz.aryz.sealing.Opening.Refused;
import kz.aryz.serde.ReleasedSchemas;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class SectionSchemasTest {

    /** A note as another release may have written it: one field more, before the text. */
    private static final Schema OTHER_RELEASE = SchemaBuilder.record("NoteSection")
            .namespace("kz.aryz.schema")
            .fields()
            .requiredLong("writtenBy")
            .requiredString("text")
            .endRecord();

    private final KeysetHandle pair = newPair();

    @Test
    void aSectionOfAnotherReleaseOpensAsThePresentRecord() throws Exception {
        Opener opener =
                new Opener(Recipient.TRIAGE, new PrivateKeyring(() -> pair), SectionSchemas.of(List.of(OTHER_RELEASE)));
        SealedSection section = sealed(OTHER_RELEASE, oldNote());

        assertThat(contentOf(opener.open(COMPLAINT, Section.NOTE, section.sealed(), section.key()), NoteSection.class))
                .isEqualTo(new NoteSection("As it was"));
    }

    @Test
    void aSectionOfAReleaseThatIsNotKnownStaysClosed() throws Exception {
        Opener opener = new Opener(Recipient.TRIAGE, new PrivateKeyring(() -> pair), SectionSchemas.of(List.of()));
        SealedSection section = sealed(OTHER_RELEASE, oldNote());

        assertThat(opener.open(COMPLAINT, Section.NOTE, section.sealed(), section.key()))
                .isEqualTo(new Refused<>(Code.UNKNOWN_SCHEMA));
    }

    @Test
    void bytesThatAreNotTheRecordTheySayAreDamaged() throws Exception {
        Opener opener = new Opener(Recipient.TRIAGE, new PrivateKeyring(() -> pair), SectionSchemas.of(List.of()));
        SealedSection section = sealed(NoteSection.getClassSchema(), new byte[] {8, 'a', 'b'});

        assertThat(opener.open(COMPLAINT, Section.NOTE, section.sealed(), section.key()))
                .isEqualTo(new Refused<>(Code.DAMAGED));
    }

    @Test
    void thePresentSchemasAreKnown() {
        SectionSchemas schemas = SectionSchemas.of(ReleasedSchemas.load());

        assertThat(schemas.find(SectionSchemas.fingerprint(NoteSection.getClassSchema())))
                .contains(NoteSection.getClassSchema());
    }

    @Test
    void documentationDoesNotChangeAFingerprint() {
        Schema bare = SchemaBuilder.record("NoteSection")
                .namespace("kz.aryz.schema")
                .fields()
                .requiredString("text")
                .endRecord();

        assertThat(SectionSchemas.fingerprint(NoteSection.getClassSchema()))
                .isEqualTo(SectionSchemas.fingerprint(bare))
                .matches("[0-9a-f]{64}");
    }

    private SealedSection sealed(Schema writer, byte[] content) throws GeneralSecurityException {
        KeysetHandle dataKey = Tink.newDataKey();
        String fingerprint = SectionSchemas.fingerprint(writer);
        byte[] ciphertext = dataKey.getPrimitive(Tink.AEAD, Aead.class)
                .encrypt(content, Associated.data(COMPLAINT, "note", fingerprint));
        byte[] wrapped = pair.getPublicKeysetHandle()
                .getPrimitive(Tink.HYBRID, HybridEncrypt.class)
                .encrypt(
                        TinkProtoKeysetFormat.serializeKeyset(dataKey, Tink.secretKeyAccess(), Tink.AEAD),
                        Associated.context(COMPLAINT, "note", "k1"));
        return new SealedSection(
                new Sealed(
                        "note",
                        KeyReference.of(COMPLAINT, "note", "k1"),
                        fingerprint,
                        List.of("TRIAGE"),
                        ByteBuffer.wrap(ciphertext)),
                new WrappedKey(
                        COMPLAINT,
                        "note",
                        "k1",
                        Instant.EPOCH,
                        List.of(new KeyWrap("TRIAGE", ByteBuffer.wrap(wrapped)))));
    }

    private static byte[] oldNote() throws IOException {
        GenericRecord note = new GenericData.Record(OTHER_RELEASE);
        note.put("writtenBy", 7L);
        note.put("text", "As it was");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(OTHER_RELEASE).write(note, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static KeysetHandle newPair() {
        try {
            return Tink.newRecipientKey();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
