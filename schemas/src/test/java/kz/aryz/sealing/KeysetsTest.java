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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.aryz.id.PermanentSecret;
import kz.aryz.id.SecretFileException;
import kz.aryz.schema.AccountSection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysetsTest {

    @TempDir
    private Path directory;

    private final StringWriter printed = new StringWriter();
    private Path keys = Path.of("");

    @BeforeEach
    void makeKeys() {
        keys = directory.resolve("new/keys");
        assertThat(init()).isZero();
    }

    @Test
    void eachServiceGetsJustWhatItMayHold() {
        assertThat(load("intake").canOpenFor()).isEmpty();
        assertThat(load("triage").canOpenFor()).containsExactly(Recipient.TRIAGE);
        assertThat(load("notifier").canOpenFor()).containsExactly(Recipient.COMMISSIONER);
        assertThat(PermanentSecret.read(keys.resolve("secret"))).isNotNull();
    }

    @Test
    void whatIntakeSealsTheOthersOpenAndIntakeCannot() {
        SealedSection section =
                load("intake").sealer(CLOCK).seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);

        assertThat(contentOf(open("triage", Recipient.TRIAGE, section), AccountSection.class))
                .isEqualTo(account("Text"));
        assertThat(contentOf(open("notifier", Recipient.COMMISSIONER, section), AccountSection.class))
                .isEqualTo(account("Text"));
        assertThatThrownBy(() -> open("intake", Recipient.TRIAGE, section))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("TRIAGE.private.json");
    }

    @Test
    void secretFilesAreForTheirOwnerAlone() throws IOException {
        try (Stream<Path> files = Files.walk(keys)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".public.json")))
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void makingKeysAgainChangesNothingAndSaysSo() throws IOException {
        Map<String, String> before = contents();

        assertThat(init()).isZero();

        assertThat(contents()).isEqualTo(before);
        assertThat(printed.toString()).contains("left as they are");
    }

    @Test
    void aSetThatIsNotCompleteIsNeverFilledUpWithOtherKeys() throws IOException {
        Files.delete(keys.resolve("secret"));
        Map<String, String> before = contents();

        assertThat(init()).isNotZero();

        assertThat(contents()).isEqualTo(before);
        assertThat(printed.toString()).contains("is not complete").doesNotContain("Exception");
    }

    @Test
    void aPrivateKeysetThatOthersMayReadIsRefusedWithWhatToDo() throws IOException {
        Path file = keys.resolve("triage/TRIAGE.private.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> load("triage"))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @Test
    void aPublicKeysetOfAnotherPairIsRefused() throws IOException {
        Files.copy(
                keys.resolve("triage/COMMISSIONER.public.json"),
                keys.resolve("triage/TRIAGE.public.json"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> load("triage"))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("not a pair");
    }

    @Test
    void aMissingPublicKeysetIsNamed() throws IOException {
        Files.delete(keys.resolve("intake/COMMISSIONER.public.json"));

        assertThatThrownBy(() -> load("intake"))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("COMMISSIONER.public.json is missing");
    }

    @Test
    void aDamagedKeysetIsNamedAndNotRepeated() throws IOException {
        Files.writeString(keys.resolve("triage/TRIAGE.private.json"), "{\"key\":\"Canary\"}");

        assertThatThrownBy(() -> load("triage"))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("TRIAGE.private.json is not a private keyset")
                .hasMessageNotContaining("Canary")
                .hasNoCause();
    }

    @Test
    void aPrivateKeysetInThePlaceOfAPublicOneIsRefused() throws IOException {
        Files.copy(
                keys.resolve("triage/TRIAGE.private.json"),
                keys.resolve("intake/TRIAGE.public.json"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> load("intake"))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("is not a public keyset");
    }

    @Test
    void anotherSchemeThanFileIsRefusedWithAnExample() {
        assertThatThrownBy(() -> Keysets.load(URI.create("gcp-kms://projects/p")))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining("gcp-kms")
                .hasMessageContaining("file:///");
    }

    @Test
    void keysetsDoNotPrintKeys() {
        assertThat(load("triage")).hasToString("Keysets[canOpenFor=[TRIAGE]]");
    }

    private int init() {
        CommandLine aryz = new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true));
        return aryz.execute("init", "--to", keys.toString());
    }

    private Keysets load(String service) {
        return Keysets.load(keys.resolve(service).toUri());
    }

    private Opening<AccountSection> open(String service, Recipient recipient, SealedSection section) {
        return load(service).opener(recipient).open(COMPLAINT, Section.ACCOUNT, section.sealed(), section.key());
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(keys)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
