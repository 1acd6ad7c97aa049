package kz.aryz.sealing;

import static kz.aryz.sealing.Samples.CLOCK;
import static kz.aryz.sealing.Samples.COMPLAINT;
import static kz.aryz.sealing.Samples.EVERYBODY;
import static kz.aryz.sealing.Samples.account;
import static kz.aryz.sealing.Samples.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.aryz.id.SecretFileException;
import kz.aryz.schema.AccountSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Private keysets behind a key management service. */
class EncryptedKeysetsTest {

    @TempDir
    private Path directory;

    private final String kek = "test-kms://" + UUID.randomUUID();
    private final StringWriter printed = new StringWriter();
    private Path home = Path.of("");
    private Path file = Path.of("");
    private String clear = "";

    @BeforeEach
    void encryptTheKeysetOfTriage() throws IOException {
        home = directory.resolve("triage");
        file = home.resolve("TRIAGE.private.json");
        new KeysetDirectory(home).create(Keysets.generate().withPrivateKeysOf(Set.of(Recipient.TRIAGE)));
        clear = Files.readString(file);
        assertThat(run("encrypt", "--keys", uri(kek).toString())).isZero();
    }

    @Test
    void whatWasSealedBeforeOpensWithTheEncryptedKeyset() {
        SealedSection section = seal();

        Opener opener = Keysets.load(uri(kek)).opener(Recipient.TRIAGE);

        assertThat(contentOf(
                        opener.open(COMPLAINT, Section.ACCOUNT, section.sealed(), section.key()), AccountSection.class))
                .isEqualTo(account("Text"));
    }

    @Test
    void theFileHoldsNothingOfTheKeyAndIsStillForItsOwnerAlone() throws IOException {
        String secret = clear.replaceAll("(?s).*\"value\":\\s*\"([^\"]{40}).*", "$1");

        assertThat(clear).contains(secret);
        assertThat(file).content().doesNotContain(secret).contains("encryptedKeyset");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aRunningReaderAsksTheServiceOnlyWhenTheFileChanged() {
        Opener opener = Keysets.load(uri(kek)).opener(Recipient.TRIAGE);
        SealedSection foreign =
                Keysets.generate().sealer(CLOCK).seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);
        int before = InMemoryKms.decryptions();

        opener.open(COMPLAINT, Section.ACCOUNT, foreign.sealed(), foreign.key());
        opener.open(COMPLAINT, Section.ACCOUNT, foreign.sealed(), foreign.key());

        assertThat(InMemoryKms.decryptions()).isEqualTo(before);
    }

    @Test
    void aRotationKeepsTheKeysetEncrypted() {
        Opener running = Keysets.load(uri(kek)).opener(Recipient.TRIAGE);
        KeyRotation rotation = new KeyRotation(new KeysetDirectory(KeyLocation.of(uri(kek))), Recipient.TRIAGE);

        Path copy = rotation.begin();
        rotation.handOut(List.of());

        SealedSection section = seal();
        assertThat(contentOf(
                        running.open(COMPLAINT, Section.ACCOUNT, section.sealed(), section.key()),
                        AccountSection.class))
                .isEqualTo(account("Text"));
        assertThat(List.of(file, copy))
                .allSatisfy(one -> assertThat(one).content().contains("encryptedKeyset"));
    }

    @Test
    void withoutTheKeyInTheUriTheRemedyIsNamed() {
        assertThatThrownBy(() -> Keysets.load(home.toUri()))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("is encrypted")
                .hasMessageContaining("?kek=");
    }

    @Test
    void anotherKeyOfTheServiceDoesNotOpenIt() {
        assertThatThrownBy(() -> Keysets.load(uri("test-kms://" + UUID.randomUUID())))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("cannot be decrypted with test-kms://");
    }

    @Test
    void aServiceWithoutAClientIsNamedWithWhatIsMissing() {
        assertThatThrownBy(() -> Keysets.load(uri("nobody-kms://key")))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("nobody-kms://key")
                .hasMessageContaining("class path");
    }

    @Test
    void anEncryptedKeysetOpensUnderNoOtherRecipientsName() throws IOException {
        Files.copy(file, home.resolve("COMMISSIONER.private.json"), StandardCopyOption.COPY_ATTRIBUTES);

        assertThatThrownBy(() -> Keysets.load(uri(kek)))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("COMMISSIONER.private.json cannot be decrypted");
    }

    @Test
    void aKeysetInClearWhereAnEncryptedOneShouldBeIsRefused() throws IOException {
        Files.writeString(file, clear);

        assertThatThrownBy(() -> Keysets.load(uri(kek)))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("lies in clear");
    }

    @Test
    void anEncryptedFileThatOthersMayReadIsRefusedAllTheSame() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> Keysets.load(uri(kek)))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void whoHoldsPublicKeysetsOnlyNeedsNoService() {
        assertThat(new KeysetDirectory(home).holdsPrivate(Recipient.COMMISSIONER))
                .isFalse();
        assertThat(file.toFile().delete()).isTrue();

        assertThat(Keysets.load(uri("nobody-kms://key")).canOpenFor()).isEmpty();
    }

    @Test
    void aQueryThatIsNoKeyIsRefusedWithAnExample() {
        assertThatThrownBy(() -> Keysets.load(URI.create(home.toUri() + "?key=other")))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("?kek=");
    }

    private URI uri(String key) {
        return URI.create(home.toUri() + "?kek=" + key);
    }

    private SealedSection seal() {
        return Keysets.load(uri(kek)).sealer(CLOCK).seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);
    }

    private int run(String... arguments) {
        return new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(arguments);
    }
}
