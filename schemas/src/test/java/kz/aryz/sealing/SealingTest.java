package kz.aryz.sealing;

import static kz.aryz.sealing.Samples.CLOCK;
import static kz.aryz.sealing.Samples.COMPLAINT;
import static kz.aryz.sealing.Samples.EVERYBODY;
import static kz.aryz.sealing.Samples.account;
import static kz.aryz.sealing.Samples.contentOf;
import static kz.aryz.sealing.Samples.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.NoteSection;
import kz.aryz.sealing.Opening.Code;
import kz.aryz.sealing.Opening.Refused;
import kz.aryz.serde.AvroBinary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SealingTest {

    private static final int MEBIBYTE = 1 << 20;

    private final Keysets keysets = Keysets.generate();
    private final Sealer sealer = keysets.sealer(CLOCK);
    private final Opener triage = keysets.opener(Recipient.TRIAGE);
    private final Opener commissioner = keysets.opener(Recipient.COMMISSIONER);

    @Property(tries = 200)
    void everyRecipientReadsWhatWasWritten(@ForAll String narrative, @ForAll boolean ongoing) {
        AccountSection written = account(narrative);
        written.setOngoing(ongoing);

        SealedSection section = sealer.seal(COMPLAINT, Section.ACCOUNT, written, EVERYBODY);

        assertThat(contentOf(open(triage, Section.ACCOUNT, section), AccountSection.class))
                .isEqualTo(written);
        assertThat(contentOf(open(commissioner, Section.ACCOUNT, section), AccountSection.class))
                .isEqualTo(written);
    }

    @Test
    void everySectionCanBeSealed() {
        SealedSection note = sealer.seal(COMPLAINT, Section.NOTE, new NoteSection("Called back"), EVERYBODY);
        SealedSection identity = sealer.seal(COMPLAINT, Section.IDENTITY, identity("A name"), EVERYBODY);

        assertThat(contentOf(open(triage, Section.NOTE, note), NoteSection.class)
                        .getText())
                .isEqualTo("Called back");
        assertThat(contentOf(open(triage, Section.IDENTITY, identity), IdentitySection.class))
                .isEqualTo(identity("A name"));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "GIVEN")
    void withoutConsentTriageCannotOpenTheIdentityAndTheCommissionerCan(ConsentValue consent) {
        SealedSection section =
                sealer.seal(COMPLAINT, Section.IDENTITY, identity("A name"), Recipient.ofIdentity(consent));

        assertThat(open(triage, Section.IDENTITY, section)).isEqualTo(new Refused<>(Code.NOT_A_RECIPIENT));
        assertThat(contentOf(open(commissioner, Section.IDENTITY, section), IdentitySection.class))
                .isEqualTo(identity("A name"));
        assertThat(section.sealed().getRecipients()).containsExactly("COMMISSIONER");
    }

    @Test
    void withConsentTriageOpensTheIdentity() {
        SealedSection section =
                sealer.seal(COMPLAINT, Section.IDENTITY, identity("A name"), Recipient.ofIdentity(ConsentValue.GIVEN));

        assertThat(contentOf(open(triage, Section.IDENTITY, section), IdentitySection.class))
                .isEqualTo(identity("A name"));
    }

    @Test
    void theAccountIsForTriageAndTheCommissionerWhateverTheConsent() {
        assertThat(Recipient.ofAccount()).containsExactlyInAnyOrder(Recipient.TRIAGE, Recipient.COMMISSIONER);
    }

    @Test
    void aSecondSealingOfTheSameSectionLeavesTheFirstReadable() {
        SealedSection first = sealer.seal(COMPLAINT, Section.ACCOUNT, account("First"), EVERYBODY);
        SealedSection second = sealer.seal(COMPLAINT, Section.ACCOUNT, account("Second"), EVERYBODY);

        assertThat(contentOf(open(triage, Section.ACCOUNT, first), AccountSection.class))
                .isEqualTo(account("First"));
        assertThat(contentOf(open(triage, Section.ACCOUNT, second), AccountSection.class))
                .isEqualTo(account("Second"));
    }

    @Test
    void noTwoSealingsShareAKeyIdOrACiphertext() {
        Set<Object> keyReferences = new HashSet<>();
        Set<Object> ciphertexts = new HashSet<>();
        int sealings = 200;
        for (int sealing = 0; sealing < sealings; sealing++) {
            SealedSection section = sealer.seal(COMPLAINT, Section.ACCOUNT, account("Same"), EVERYBODY);
            keyReferences.add(section.sealed().getKeyRef());
            ciphertexts.add(section.sealed().getCiphertext());
        }

        assertThat(keyReferences).hasSize(sealings);
        assertThat(ciphertexts).hasSize(sealings);
    }

    @Test
    void sealedSectionAndKeyNameEachOther() {
        SealedSection section = sealer.seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);

        assertThat(section.sealed().getKeyRef())
                .isEqualTo(COMPLAINT + "/account/" + section.key().getKeyId())
                .isEqualTo(KeyReference.of(section.key()));
        assertThat(section.key().getCreatedAt()).isEqualTo(CLOCK.instant());
        assertThat(section.key().getWraps())
                .extracting(KeyWrap::getRecipient)
                .containsExactly("TRIAGE", "COMMISSIONER")
                .isEqualTo(section.sealed().getRecipients());
    }

    @Test
    void aMebibyteOfTextGrowsByNoMoreThanAKilobyte() {
        SealedSection section =
                sealer.seal(COMPLAINT, Section.ACCOUNT, account("\u0430".repeat(MEBIBYTE / 2)), EVERYBODY);

        assertThat(AvroBinary.encode(section.sealed()).length).isBetween(MEBIBYTE, MEBIBYTE + 1024);
        assertThat(AvroBinary.encode(section.key()).length).isLessThan(1024);
    }

    @Test
    void openingDoesNotUseUpTheRecords() {
        SealedSection section = sealer.seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);

        assertThat(open(triage, Section.ACCOUNT, section)).isEqualTo(open(triage, Section.ACCOUNT, section));
    }

    @Test
    void nothingThatPassesShowsTheContent() {
        SealedSection section = sealer.seal(COMPLAINT, Section.IDENTITY, identity("Canary"), EVERYBODY);

        assertThat(section.toString()).doesNotContain("Canary").doesNotContain("900101300007");
        assertThat(open(triage, Section.IDENTITY, section)).hasToString("Opened[content=redacted]");
    }

    @Test
    void sealingForNobodyIsRefused() {
        assertThatThrownBy(() -> sealer.seal(COMPLAINT, Section.IDENTITY, identity("Canary"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Canary");
    }

    private static <T extends SpecificRecord> Opening<T> open(Opener opener, Section<T> section, SealedSection sealed) {
        return opener.open(COMPLAINT, section, sealed.sealed(), sealed.key());
    }
}
