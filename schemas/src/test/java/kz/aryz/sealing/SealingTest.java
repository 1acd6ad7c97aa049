package kz.aryz.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.PersonIdentity;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Opening.Code;
import kz.aryz.sealing.Opening.Opened;
import kz.aryz.sealing.Opening.Refused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    private static final String COMPLAINT = "0c7e2f4a-5a0e-8b3c-9f21-6b1f8f0a1c2d";
    private static final String OTHER_COMPLAINT = "1d8f3050-6b1f-8c4d-a032-7c2090b12d3e";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

    private static Sealer sealer;
    private static Opener triage;
    private static Opener commissioner;

    @BeforeAll
    static void makeKeys() throws Exception {
        KeysetHandle triageKeyset = Cryptography.newRecipientKey();
        KeysetHandle commissionerKeyset = Cryptography.newRecipientKey();
        sealer = Sealer.of(
                Map.of(
                        Recipient.TRIAGE, triageKeyset.getPublicKeysetHandle(),
                        Recipient.COMMISSIONER, commissionerKeyset.getPublicKeysetHandle()),
                CLOCK);
        triage = Opener.of(Recipient.TRIAGE, triageKeyset);
        commissioner = Opener.of(Recipient.COMMISSIONER, commissionerKeyset);
    }

    @Test
    void everyRecipientOpensWhatWasSealedForIt() {
        SealedSection section = seal(identity("A name"), EnumSet.allOf(Recipient.class));

        assertThat(nameIn(open(triage, section))).isEqualTo("A name");
        assertThat(nameIn(open(commissioner, section))).isEqualTo("A name");
    }

    @Test
    void withoutConsentTriageCannotOpenTheIdentityAndTheCommissionerCan() {
        SealedSection section = seal(identity("A name"), EnumSet.of(Recipient.COMMISSIONER));

        assertThat(open(triage, section)).isEqualTo(new Refused<>(Code.NOT_A_RECIPIENT));
        assertThat(nameIn(open(commissioner, section))).isEqualTo("A name");
        assertThat(section.sealed().getRecipients()).containsExactly("COMMISSIONER");
    }

    @Test
    void withoutItsKeyASectionStaysShut() {
        Sealed sealed = seal(identity("A name"), EnumSet.allOf(Recipient.class)).sealed();

        assertThat(triage.open(COMPLAINT, Section.IDENTITY, sealed, null)).isEqualTo(new Refused<>(Code.NO_KEY));
    }

    @Test
    void anotherRecipientsKeysetDoesNotUnwrap() throws Exception {
        SealedSection section = seal(identity("A name"), EnumSet.allOf(Recipient.class));
        Opener impostor = Opener.of(Recipient.TRIAGE, Cryptography.newRecipientKey());

        assertThat(open(impostor, section)).isEqualTo(new Refused<>(Code.WRONG_KEY));
    }

    @Test
    void theKeyOfAnotherSealingDoesNotOpen() {
        SealedSection first = seal(identity("A name"), EnumSet.allOf(Recipient.class));
        SealedSection second = seal(identity("A name"), EnumSet.allOf(Recipient.class));

        assertThat(triage.open(COMPLAINT, Section.IDENTITY, first.sealed(), second.key()))
                .isEqualTo(new Refused<>(Code.DAMAGED));
    }

    @Test
    void aSectionOfAnotherComplaintDoesNotOpen() {
        SealedSection section = seal(identity("A name"), EnumSet.allOf(Recipient.class));

        assertThat(triage.open(OTHER_COMPLAINT, Section.IDENTITY, section.sealed(), section.key()))
                .isEqualTo(new Refused<>(Code.WRONG_KEY));
    }

    @Test
    void aSectionPutInThePlaceOfAnotherDoesNotOpen() {
        SealedSection note =
                sealer.seal(COMPLAINT, Section.NOTE, new NoteSection("A note"), EnumSet.allOf(Recipient.class));

        assertThat(triage.open(COMPLAINT, Section.IDENTITY, note.sealed(), note.key()))
                .isEqualTo(new Refused<>(Code.WRONG_KEY));
    }

    @Test
    void aFlippedBitAnywhereInTheCiphertextIsNoticed() {
        SealedSection section = seal(identity("A name"), EnumSet.allOf(Recipient.class));
        int size = section.sealed().getCiphertext().remaining();

        for (int bit = 0; bit < size * Byte.SIZE; bit++) {
            Sealed damaged = Sealed.newBuilder(section.sealed())
                    .setCiphertext(flip(section.sealed().getCiphertext(), bit))
                    .build();

            assertThat(triage.open(COMPLAINT, Section.IDENTITY, damaged, section.key()))
                    .as("bit %d", bit)
                    .isEqualTo(new Refused<>(Code.DAMAGED));
        }
    }

    @Test
    void aFlippedBitInTheWrappedKeyIsNoticed() {
        SealedSection section = seal(identity("A name"), EnumSet.of(Recipient.TRIAGE));
        WrappedKey damaged = WrappedKey.newBuilder(section.key()).build();
        damaged.getWraps()
                .get(0)
                .setWrapped(flip(section.key().getWraps().get(0).getWrapped(), 100));

        assertThat(triage.open(COMPLAINT, Section.IDENTITY, section.sealed(), damaged))
                .isEqualTo(new Refused<>(Code.WRONG_KEY));
    }

    @Test
    void aSchemaThatIsNotKnownIsSaidToBeSo() {
        SealedSection section = seal(identity("A name"), EnumSet.allOf(Recipient.class));
        Sealed newer = Sealed.newBuilder(section.sealed())
                .setSchemaFingerprint("00".repeat(32))
                .build();

        assertThat(triage.open(COMPLAINT, Section.IDENTITY, newer, section.key()))
                .isEqualTo(new Refused<>(Code.UNKNOWN_SCHEMA));
    }

    @Test
    void aSecondSealingDrawsAnotherKeyAndLeavesTheFirstReadable() {
        SealedSection first = seal(identity("First"), EnumSet.allOf(Recipient.class));
        SealedSection second = seal(identity("Second"), EnumSet.allOf(Recipient.class));

        assertThat(first.sealed().getKeyRef()).isNotEqualTo(second.sealed().getKeyRef());
        assertThat(nameIn(open(triage, first))).isEqualTo("First");
        assertThat(nameIn(open(triage, second))).isEqualTo("Second");
    }

    @Test
    void nothingSealedShowsItsContent() {
        SealedSection section = seal(identity("Canary"), EnumSet.allOf(Recipient.class));

        assertThat(section.toString()).doesNotContain("Canary");
        assertThat(open(triage, section).toString()).doesNotContain("Canary");
    }

    @Test
    void anInstallationGivesEachServiceJustWhatItMayHold(@TempDir Path directory) throws Exception {
        new KeyMaker(directory.resolve("keys")).make();

        assertThat(directory.resolve("keys/intake")).isDirectoryNotContaining("glob:**.private.json");
        assertThat(KeysetDirectory.at(directory.resolve("keys/intake").toUri()).publicKeysets())
                .containsOnlyKeys(Recipient.values());
        assertThat(KeysetDirectory.at(directory.resolve("keys/triage").toUri()).privateKeyset(Recipient.TRIAGE))
                .isNotNull();
        assertThat(directory.resolve("keys/triage/COMMISSIONER.private.json")).doesNotExist();
        assertThat(directory.resolve("keys/notifier/TRIAGE.private.json")).doesNotExist();
        assertThatThrownBy(() -> new KeyMaker(directory.resolve("keys")).make())
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aPrivateKeysetThatOthersMayReadIsNotUsed(@TempDir Path directory) throws Exception {
        new KeyMaker(directory.resolve("keys")).make();
        Path triageKeys = directory.resolve("keys/triage");
        Files.setPosixFilePermissions(
                triageKeys.resolve("TRIAGE.private.json"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeysetDirectory.at(triageKeys.toUri()).privateKeyset(Recipient.TRIAGE))
                .hasMessageContaining("chmod 600");
    }

    private static SealedSection seal(IdentitySection content, Set<Recipient> forWhom) {
        return sealer.seal(COMPLAINT, Section.IDENTITY, content, forWhom);
    }

    private static Opening<IdentitySection> open(Opener opener, SealedSection section) {
        return opener.open(COMPLAINT, Section.IDENTITY, section.sealed(), section.key());
    }

    private static IdentitySection identity(String name) {
        return IdentitySection.newBuilder()
                .setComplainant(PersonIdentity.newBuilder().setFullName(name).build())
                .build();
    }

    private static String nameIn(Opening<IdentitySection> opening) {
        assertThat(opening).isInstanceOf(Opened.class);
        return ((Opened<IdentitySection>) opening).content().getComplainant().getFullName();
    }

    private static ByteBuffer flip(ByteBuffer bytes, int bit) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        copy[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return ByteBuffer.wrap(copy);
    }
}
