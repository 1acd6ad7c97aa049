package kz.aryz.sealing;

import static kz.aryz.sealing.Samples.CLOCK;
import static kz.aryz.sealing.Samples.COMPLAINT;
import static kz.aryz.sealing.Samples.EVERYBODY;
import static kz.aryz.sealing.Samples.OTHER_COMPLAINT;
import static kz.aryz.sealing.Samples.flip;
import static kz.aryz.sealing.Samples.identity;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.NoteSection;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Opening.Code;
import kz.aryz.sealing.Opening.Refused;
import org.junit.jupiter.api.Test;

class TamperingTest {

    private final Keysets keysets = Keysets.generate();
    private final Sealer sealer = keysets.sealer(CLOCK);
    private final Opener triage = keysets.opener(Recipient.TRIAGE);
    private final SealedSection section = sealer.seal(COMPLAINT, Section.IDENTITY, identity("Canary"), EVERYBODY);

    @Test
    void withoutItsKeyASectionStaysClosed() {
        assertThat(triage.open(COMPLAINT, Section.IDENTITY, section.sealed(), null))
                .isEqualTo(new Refused<>(Code.NO_KEY));
    }

    @Test
    void theKeyOfAnotherSealingIsNotItsKey() {
        SealedSection other = sealer.seal(COMPLAINT, Section.IDENTITY, identity("Canary"), EVERYBODY);

        assertRefused(Code.NO_KEY, section.sealed(), other.key());
    }

    @Test
    void theKeyOfAnotherSealingUnderTheNameOfItsOwnDoesNotOpen() {
        SealedSection other = sealer.seal(COMPLAINT, Section.IDENTITY, identity("Canary"), EVERYBODY);
        WrappedKey renamed = key(copy -> copy.setWraps(other.key().getWraps()));

        assertRefused(Code.DAMAGED, section.sealed(), renamed);
    }

    @Test
    void anotherPrivateKeyDoesNotOpen() {
        Opener impostor = Keysets.generate().opener(Recipient.TRIAGE);

        assertThat(impostor.open(COMPLAINT, Section.IDENTITY, section.sealed(), section.key()))
                .isEqualTo(new Refused<>(Code.WRONG_KEY));
    }

    @Test
    void aWrapPutUnderAnotherRecipientsNameDoesNotOpen() {
        ByteBuffer forCommissioner = section.key().getWraps().get(1).getWrapped();
        WrappedKey swapped = key(copy -> copy.setWraps(List.of(new KeyWrap("TRIAGE", forCommissioner))));

        assertRefused(Code.WRONG_KEY, section.sealed(), swapped);
    }

    @Test
    void aSectionOfAnotherComplaintDoesNotOpen() {
        assertThat(triage.open(OTHER_COMPLAINT, Section.IDENTITY, section.sealed(), section.key()))
                .isEqualTo(new Refused<>(Code.DAMAGED));
    }

    @Test
    void aSectionThatWasRelabelledForAnotherComplaintDoesNotOpen() {
        WrappedKey relabelledKey = key(copy -> copy.setComplaintId(OTHER_COMPLAINT));
        Sealed relabelled = sealed(copy -> copy.setKeyRef(KeyReference.of(relabelledKey)));

        assertThat(triage.open(OTHER_COMPLAINT, Section.IDENTITY, relabelled, relabelledKey))
                .isEqualTo(new Refused<>(Code.DAMAGED));
    }

    @Test
    void aSectionInThePlaceOfAnotherDoesNotOpen() {
        SealedSection note = sealer.seal(COMPLAINT, Section.NOTE, new NoteSection("Canary"), EVERYBODY);

        assertRefused(Code.DAMAGED, note.sealed(), note.key());
    }

    @Test
    void aSectionThatWasRelabelledAsAnotherDoesNotOpen() {
        SealedSection note = sealer.seal(COMPLAINT, Section.NOTE, new NoteSection("Canary"), EVERYBODY);
        note.key().setSection(Section.IDENTITY.path());
        note.sealed().setSection(Section.IDENTITY.path());
        note.sealed().setKeyRef(KeyReference.of(note.key()));

        assertRefused(Code.DAMAGED, note.sealed(), note.key());
    }

    @Test
    void aCiphertextOfAnotherSealingDoesNotOpen() {
        ByteBuffer other = sealer.seal(COMPLAINT, Section.IDENTITY, identity("Canary"), EVERYBODY)
                .sealed()
                .getCiphertext();

        assertRefused(Code.DAMAGED, sealed(copy -> copy.setCiphertext(other)), section.key());
    }

    @Test
    void anyFlippedBitOfTheCiphertextIsFound() {
        ByteBuffer ciphertext = section.sealed().getCiphertext();

        for (int bit = 0; bit < ciphertext.remaining() * Byte.SIZE; bit++) {
            ByteBuffer flipped = flip(ciphertext, bit);
            assertRefused(Code.DAMAGED, sealed(copy -> copy.setCiphertext(flipped)), section.key());
        }
    }

    @Test
    void anyFlippedBitOfTheWrappedKeyIsFound() {
        ByteBuffer wrapped = section.key().getWraps().get(0).getWrapped();
        int prefixBits = 5 * Byte.SIZE;

        for (int bit = 0; bit < wrapped.remaining() * Byte.SIZE; bit++) {
            KeyWrap flipped = new KeyWrap("TRIAGE", flip(wrapped, bit));
            Code expected = bit < prefixBits ? Code.WRONG_KEY : Code.DAMAGED;
            assertRefused(expected, section.sealed(), key(copy -> copy.setWraps(List.of(flipped))));
        }
    }

    @Test
    void anyTruncationIsFound() {
        for (int size = 0; size < section.sealed().getCiphertext().remaining(); size++) {
            ByteBuffer shorter = section.sealed().getCiphertext().duplicate().limit(size);
            assertRefused(Code.DAMAGED, sealed(copy -> copy.setCiphertext(shorter)), section.key());
        }
        for (int size = 0; size < section.key().getWraps().get(0).getWrapped().remaining(); size++) {
            ByteBuffer shorter =
                    section.key().getWraps().get(0).getWrapped().duplicate().limit(size);
            Code expected = size < 5 ? Code.WRONG_KEY : Code.DAMAGED;
            assertRefused(
                    expected, section.sealed(), key(copy -> copy.setWraps(List.of(new KeyWrap("TRIAGE", shorter)))));
        }
    }

    @Test
    void aSchemaNobodyReleasedIsNamedAsSuch() {
        Sealed newer = sealed(copy -> copy.setSchemaFingerprint("00".repeat(32)));

        assertRefused(Code.UNKNOWN_SCHEMA, newer, section.key());
    }

    @Test
    void theSchemaOfAnotherSectionIsFound() {
        String note = SectionSchemas.fingerprint(NoteSection.getClassSchema());

        assertRefused(Code.DAMAGED, sealed(copy -> copy.setSchemaFingerprint(note)), section.key());
    }

    private void assertRefused(Code code, Sealed sealed, WrappedKey key) {
        Opening<IdentitySection> opening = triage.open(COMPLAINT, Section.IDENTITY, sealed, key);

        assertThat(opening).isEqualTo(new Refused<>(code));
        assertThat(opening).hasToString("Refused[code=" + code + "]");
    }

    private Sealed sealed(Consumer<Sealed> change) {
        Sealed copy = Sealed.newBuilder(section.sealed()).build();
        change.accept(copy);
        return copy;
    }

    private WrappedKey key(Consumer<WrappedKey> change) {
        WrappedKey copy = WrappedKey.newBuilder(section.key()).build();
        change.accept(copy);
        return copy;
    }
}
