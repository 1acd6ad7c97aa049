package kz.aryz.sealing;

import static kz.aryz.sealing.Samples.CLOCK;
import static kz.aryz.sealing.Samples.COMPLAINT;
import static kz.aryz.sealing.Samples.contentOf;
import static kz.aryz.sealing.Samples.flip;
import static kz.aryz.sealing.Samples.identity;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.sealing.rotation.Renewal.Standing;
import org.junit.jupiter.api.Test;

class HandingTest {

    private final Keysets keysets = Keysets.generate();
    private final SealedSection held = seal(keysets);

    @Test
    void theUnitOpensWhatWasHandedOnAndTheCommissionerStillDoes() {
        WrappedKey handed = handing(held.key()).renew(held.key()).orElseThrow();

        assertThat(standing(held.key())).isEqualTo(Standing.OUTDATED);
        assertThat(standing(handed)).isEqualTo(Standing.CURRENT);
        for (Recipient recipient : Recipient.values()) {
            assertThat(contentOf(
                            keysets.opener(recipient).open(COMPLAINT, Section.IDENTITY, held.sealed(), handed),
                            IdentitySection.class))
                    .isEqualTo(identity("A name"));
        }
    }

    @Test
    void everythingElseStaysAsItIs() {
        WrappedKey handed = handing(held.key()).renew(held.key()).orElseThrow();

        assertThat(handed.getWraps().subList(0, 1)).isEqualTo(held.key().getWraps());
        handed.setWraps(held.key().getWraps());
        assertThat(handed).isEqualTo(held.key());
    }

    @Test
    void whatWasNotReleasedIsLeftAlone() {
        WrappedKey later = seal(keysets).key();

        assertThat(handing(held.key()).standing(KeyReference.of(later), later)).isEqualTo(Standing.OF_OTHERS);
    }

    @Test
    void aRowOfAForeignKeyOrUnderAnotherNameCannotBeHandedOn() {
        WrappedKey foreign = seal(Keysets.generate()).key();
        String elsewhere = COMPLAINT + "/identity/elsewhere";
        Renewal handing = keysets.handing(Recipient.COMMISSIONER, Recipient.TRIAGE, Set.of(elsewhere));

        assertThat(standing(foreign)).isEqualTo(Standing.UNREADABLE);
        assertThat(handing.standing(elsewhere, held.key())).isEqualTo(Standing.UNREADABLE);
    }

    @Test
    void aWrapThatSomebodyTamperedWithIsNotHandedOn() {
        KeyWrap own = held.key().getWraps().getFirst();
        own.setWrapped(flip(own.getWrapped(), own.getWrapped().remaining() * Byte.SIZE - 1));

        assertThat(handing(held.key()).renew(held.key())).isEmpty();
    }

    @Test
    void whatWasWrappedForAFormerKeyOfTheCommissionersIsHandedOnAsWell() {
        Keysets rotated = keysets.withNewKeyOf(Recipient.COMMISSIONER).withNewKeyOf(Recipient.TRIAGE);
        Renewal handing =
                rotated.handing(Recipient.COMMISSIONER, Recipient.TRIAGE, Set.of(KeyReference.of(held.key())));

        WrappedKey handed = handing.renew(held.key()).orElseThrow();

        assertThat(rotated.renewal(Recipient.TRIAGE).standing(KeyReference.of(handed), handed))
                .isEqualTo(Standing.CURRENT);
    }

    private static SealedSection seal(Keysets keysets) {
        return keysets.sealer(CLOCK)
                .seal(COMPLAINT, Section.IDENTITY, identity("A name"), Set.of(Recipient.COMMISSIONER));
    }

    private Renewal handing(WrappedKey row) {
        return keysets.handing(Recipient.COMMISSIONER, Recipient.TRIAGE, Set.of(KeyReference.of(row)));
    }

    private Standing standing(WrappedKey row) {
        return handing(row).standing(KeyReference.of(row), row);
    }
}
