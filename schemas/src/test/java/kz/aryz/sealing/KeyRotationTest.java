package kz.aryz.sealing;

import static kz.aryz.sealing.Samples.CLOCK;
import static kz.aryz.sealing.Samples.COMPLAINT;
import static kz.aryz.sealing.Samples.EVERYBODY;
import static kz.aryz.sealing.Samples.account;
import static kz.aryz.sealing.Samples.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.id.SecretFileException;
import kz.aryz.schema.AccountSection;
import kz.aryz.sealing.Opening.Code;
import kz.aryz.sealing.Opening.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {

    @TempDir
    private Path directory;

    private Path triage = Path.of("");
    private KeysetDirectory home = new KeysetDirectory(Path.of(""));
    private KeysetDirectory intake = new KeysetDirectory(Path.of(""));

    @BeforeEach
    void makeKeys() throws IOException {
        Keysets keysets = Keysets.generate();
        triage = directory.resolve("triage");
        home = new KeysetDirectory(triage);
        intake = new KeysetDirectory(directory.resolve("intake"));
        home.create(keysets.withPrivateKeysOf(Set.of(Recipient.TRIAGE)));
        intake.create(keysets.withPrivateKeysOf(Set.of()));
    }

    @Test
    void whatWasSealedBeforeAndAfterIsOpenedByTheSameKeyset() {
        SealedSection before = seal(intake);

        rotation().begin();
        rotation().handOut(List.of(intake));

        SealedSection after = seal(intake);
        assertThat(open(opener(), before)).isEqualTo(account("Text"));
        assertThat(open(opener(), after)).isEqualTo(account("Text"));
        assertThat(wrapsFor(after)).isNotEqualTo(wrapsFor(before));
    }

    @Test
    void aReaderThatRunsOpensWhatIsSealedForAKeyNewerThanItself() {
        Opener running = opener();

        rotation().begin();
        rotation().handOut(List.of(intake));

        assertThat(open(running, seal(intake))).isEqualTo(account("Text"));
    }

    @Test
    void aReaderThatCannotReadItsKeysetAnewSaysThatItCannotTell() throws IOException {
        Opener running = opener();
        rotation().begin();
        rotation().handOut(List.of(intake));
        SealedSection section = seal(intake);

        Files.setPosixFilePermissions(home.privateFile(Recipient.TRIAGE), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> running.open(COMPLAINT, Section.ACCOUNT, section.sealed(), section.key()))
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void everybodyWhoSealsGetsThePresentKeyAndNoOther() {
        rotation().begin();
        rotation().handOut(List.of(intake));

        assertThat(intake.readPublic(Recipient.TRIAGE).size()).isEqualTo(1);
        assertThat(intake.readPublic(Recipient.TRIAGE).equalsKeyset(home.readPublic(Recipient.TRIAGE)))
                .isTrue();
        assertThat(rotation().isUnderWay()).isTrue();
    }

    @Test
    void theFormerKeysetIsKeptForItsOwnerAlone() throws IOException {
        String former = Files.readString(home.privateFile(Recipient.TRIAGE));

        Path copy = rotation().begin();

        assertThat(copy).hasParent(triage).hasContent(former);
        assertThat(List.of(copy, home.privateFile(Recipient.TRIAGE)))
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void nothingIsLeftLyingBesideTheKeysets() throws IOException {
        Path copy = rotation().begin();
        rotation().handOut(List.of(intake));

        try (Stream<Path> files = Files.list(triage)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "TRIAGE.private.json",
                            "TRIAGE.public.json",
                            "COMMISSIONER.public.json",
                            copy.getFileName().toString());
        }
    }

    @Test
    void aRotationThatBrokeOffBeforeItsKeyWasHandedOutIsUnderWay() {
        rotation().begin();
        SealedSection stillForTheFormerKey = seal(intake);

        assertThat(rotation().isUnderWay()).isTrue();
        assertThat(open(opener(), stillForTheFormerKey)).isEqualTo(account("Text"));
    }

    @Test
    void aRetiredKeyOpensNothingAndThePresentOneStillDoes() {
        SealedSection before = seal(intake);
        rotation().begin();
        rotation().handOut(List.of(intake));
        SealedSection after = seal(intake);

        rotation().retire();

        assertThat(rotation().isUnderWay()).isFalse();
        assertThat(opener().open(COMPLAINT, Section.ACCOUNT, before.sealed(), before.key()))
                .isEqualTo(new Refused<>(Code.WRONG_KEY));
        assertThat(open(opener(), after)).isEqualTo(account("Text"));
    }

    @Test
    void twoCommandsNeverChangeTheSameKeysAtOnce() {
        assertThatThrownBy(() -> home.alone(() -> home.alone(() -> 0)))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("Another command");
    }

    private KeyRotation rotation() {
        return new KeyRotation(home, Recipient.TRIAGE);
    }

    private Opener opener() {
        return home.load().opener(Recipient.TRIAGE);
    }

    private static SealedSection seal(KeysetDirectory sealer) {
        return sealer.load().sealer(CLOCK).seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);
    }

    private static AccountSection open(Opener opener, SealedSection section) {
        return contentOf(
                opener.open(COMPLAINT, Section.ACCOUNT, section.sealed(), section.key()), AccountSection.class);
    }

    private static Object wrapsFor(SealedSection section) {
        return section.key().getWraps().getFirst().getWrapped().slice(0, 1 + Integer.BYTES);
    }
}
