package kz.aryz.sealing;

import static kz.aryz.sealing.Samples.CLOCK;
import static kz.aryz.sealing.Samples.COMPLAINT;
import static kz.aryz.sealing.Samples.EVERYBODY;
import static kz.aryz.sealing.Samples.account;
import static kz.aryz.sealing.Samples.contentOf;
import static kz.aryz.sealing.Samples.flip;
import static kz.aryz.sealing.Samples.identity;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.Set;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.rotation.Renewal;
import kz.aryz.sealing.rotation.Renewal.Standing;
import org.junit.jupiter.api.Test;

class RewrapperTest {

    private final Keysets keysets = Keysets.generate();
    private final SealedSection section =
            keysets.sealer(CLOCK).seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);
    private final Keysets rotated = keysets.withNewKeyOf(Recipient.TRIAGE);

    @Test
    void aRowOfTheFormerKeyBecomesOneOfThePresentKeyThatOpensTheSameSection() {
        WrappedKey renewed = renewal().renew(section.key()).orElseThrow();

        assertThat(standing(section.key())).isEqualTo(Standing.OUTDATED);
        assertThat(standing(renewed)).isEqualTo(Standing.CURRENT);
        assertThat(contentOf(
                        rotated.opener(Recipient.TRIAGE).open(COMPLAINT, Section.ACCOUNT, section.sealed(), renewed),
                        AccountSection.class))
                .isEqualTo(account("Text"));
    }

    @Test
    void onlyTheRecipientsOwnWrapChanges() {
        WrappedKey renewed = renewal().renew(section.key()).orElseThrow();

        assertThat(renewed.getWraps().getLast())
                .isEqualTo(section.key().getWraps().getLast());
        assertThat(renewed.getWraps().getFirst())
                .isNotEqualTo(section.key().getWraps().getFirst());
        renewed.setWraps(section.key().getWraps());
        assertThat(renewed).isEqualTo(section.key());
    }

    @Test
    void withoutTheFormerKeyTheRenewedRowOpensAndTheOldOneDoesNot() throws GeneralSecurityException {
        WrappedKey renewed = renewal().renew(section.key()).orElseThrow();
        KeysetHandle retired =
                Tink.primaryOnly(rotated.privateKeyset(Recipient.TRIAGE).get());

        Renewal afterwards = new Rewrapper(Recipient.TRIAGE, retired);

        assertThat(afterwards.standing(KeyReference.of(renewed), renewed)).isEqualTo(Standing.CURRENT);
        assertThat(afterwards.standing(KeyReference.of(renewed), section.key())).isEqualTo(Standing.UNREADABLE);
    }

    @Test
    void aRowThatIsNotForTheRecipientIsLeftToOthers() {
        SealedSection forTheCommissioner = keysets.sealer(CLOCK)
                .seal(COMPLAINT, Section.IDENTITY, identity("A name"), Set.of(Recipient.COMMISSIONER));

        assertThat(standing(forTheCommissioner.key())).isEqualTo(Standing.OF_OTHERS);
    }

    @Test
    void aRowOfAForeignKeyIsUnreadable() {
        SealedSection foreign =
                Keysets.generate().sealer(CLOCK).seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);

        assertThat(standing(foreign.key())).isEqualTo(Standing.UNREADABLE);
    }

    @Test
    void aRowUnderAnotherNameThanItsOwnIsUnreadable() {
        assertThat(renewal().standing("another/account/key", section.key())).isEqualTo(Standing.UNREADABLE);
    }

    @Test
    void aWrapThatSomebodyTamperedWithIsNotRenewed() {
        KeyWrap own = section.key().getWraps().getFirst();
        own.setWrapped(flip(own.getWrapped(), own.getWrapped().remaining() * Byte.SIZE - 1));

        assertThat(standing(section.key())).isEqualTo(Standing.OUTDATED);
        assertThat(renewal().renew(section.key())).isEmpty();
    }

    private Renewal renewal() {
        return rotated.renewal(Recipient.TRIAGE);
    }

    private Standing standing(WrappedKey row) {
        return renewal().standing(KeyReference.of(row), row);
    }
}
