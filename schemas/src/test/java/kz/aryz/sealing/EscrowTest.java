package kz.aryz.sealing;

import static kz.aryz.sealing.Samples.CLOCK;
import static kz.aryz.sealing.Samples.COMPLAINT;
import static kz.aryz.sealing.Samples.EVERYBODY;
import static kz.aryz.sealing.Samples.account;
import static kz.aryz.sealing.Samples.contentOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.schema.AccountSection;
import kz.aryz.sealing.escrow.Share;
import kz.aryz.sealing.escrow.ShareText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code aryz keys split} and {@code restore}, over files. */
class EscrowTest {

    @TempDir
    private Path directory;

    private final StringWriter printed = new StringWriter();
    private Path home = Path.of("");
    private Path shares = Path.of("");
    private Path privateFile = Path.of("");
    private String privateKeyset = "";

    @BeforeEach
    void splitTheKeysetOfTriage() throws IOException {
        home = directory.resolve("triage");
        shares = directory.resolve("shares");
        privateFile = home.resolve("TRIAGE.private.json");
        new KeysetDirectory(home).create(Keysets.generate().withPrivateKeysOf(Set.of(Recipient.TRIAGE)));
        privateKeyset = Files.readString(privateFile);
        assertThat(split(home, shares)).isZero();
    }

    @Test
    void anyThreeOfFiveHoldersRestoreAKeysetThatOpensWhatWasSealed() throws IOException {
        SealedSection section = new KeysetDirectory(home)
                .load()
                .sealer(CLOCK)
                .seal(COMPLAINT, Section.ACCOUNT, account("Text"), EVERYBODY);
        Files.delete(privateFile);

        assertThat(restore(2, 5, 3)).isZero();

        assertThat(contentOf(
                        Keysets.load(home.toUri())
                                .opener(Recipient.TRIAGE)
                                .open(COMPLAINT, Section.ACCOUNT, section.sealed(), section.key()),
                        AccountSection.class))
                .isEqualTo(account("Text"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateFile)))
                .isEqualTo("rw-------");
    }

    @Test
    void twoHoldersAreTooFew() throws IOException {
        Files.delete(privateFile);

        assertThat(restore(1, 4)).isNotZero();

        assertThat(privateFile).doesNotExist();
        assertThat(printed.toString()).contains("2 of 5 shares are here, 3 are needed: bring 1 more");
    }

    @Test
    void sharesOfTwoSplitsNeverGoTogether() throws IOException {
        Path later = directory.resolve("later");
        split(home, later);
        Files.delete(privateFile);

        assertThat(run("restore", "--to", home.toString(), share(shares, 1), share(shares, 2), share(later, 3)))
                .isNotZero();

        assertThat(privateFile).doesNotExist();
        assertThat(printed.toString()).contains("different splits");
    }

    @Test
    void aDamagedShareIsNamedWithItsLine() throws IOException {
        Files.delete(privateFile);
        Path share = shares.resolve("TRIAGE.share-2-of-5.txt");
        String line = Files.readAllLines(share).stream()
                .filter(one -> one.startsWith("2 "))
                .findFirst()
                .orElseThrow();
        Files.writeString(
                share, Files.readString(share).replace(line, line.substring(0, 8) + "0000" + line.substring(12)));

        assertThat(restore(1, 2, 3)).isNotZero();

        assertThat(privateFile).doesNotExist();
        assertThat(printed.toString()).contains("TRIAGE.share-2-of-5.txt: Line '2' is mistyped");
    }

    @Test
    void aKeysetThatDoesNotGoWithThePublicOneIsNotWritten() throws IOException {
        Path other = directory.resolve("other");
        new KeysetDirectory(other).create(Keysets.generate().withPrivateKeysOf(Set.of()));

        assertThat(run("restore", "--to", other.toString(), share(shares, 1), share(shares, 2), share(shares, 3)))
                .isNotZero();

        assertThat(other.resolve("TRIAGE.private.json")).doesNotExist();
        assertThat(printed.toString()).contains("not a pair");
    }

    @Test
    void aPrivateKeysetThatIsThereIsNotOverwritten() {
        assertThat(restore(1, 2, 3)).isNotZero();

        assertThat(privateFile).hasContent(privateKeyset);
        assertThat(printed.toString()).contains("is there already");
    }

    @Test
    void aKeysetInTheMiddleOfARotationIsSharedOutWithAllItsKeys() throws IOException {
        new KeyRotation(new KeysetDirectory(home), Recipient.TRIAGE).begin();
        new KeyRotation(new KeysetDirectory(home), Recipient.TRIAGE).handOut(List.of());
        String rotated = Files.readString(privateFile);
        Path later = directory.resolve("later");
        assertThat(split(home, later)).isZero();
        Files.delete(privateFile);

        assertThat(run("restore", "--to", home.toString(), share(later, 1), share(later, 3), share(later, 5)))
                .isZero();

        assertThat(privateFile).hasContent(rotated);
    }

    @Test
    void sharesAreForTheirHoldersAloneAndNothingShowsAKey() throws IOException {
        Files.delete(privateFile);
        restore(1, 2, 3);

        try (Stream<Path> files = Files.list(shares)) {
            assertThat(files)
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        String secret = privateKeyset.replaceAll("(?s).*\"value\":\\s*\"([^\"]{40}).*", "$1");
        assertThat(privateKeyset).contains(secret);
        assertThat(printed.toString()).doesNotContain(secret).doesNotContain("\"key\"");
    }

    /** A medium that other systems read as well, such as a stick, knows no modes. */
    @Test
    void whatOthersMayReadIsReadBackAllTheSame() throws IOException {
        List<Share> made =
                Escrow.split(Recipient.TRIAGE, new KeysetDirectory(home).readPrivate(Recipient.TRIAGE), 5, 3);
        List<Path> written = new ArrayList<>();
        for (Share share : made) {
            Path file = directory.resolve(share.number() + ".txt");
            Files.writeString(file, ShareText.write(share));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            written.add(file);
        }

        assertThatNoException().isThrownBy(() -> KeysSplit.requireReadable(made, written));
    }

    @Test
    void aThresholdOfOneIsRefusedInASentence() {
        int exitCode = run("split", "--keys", home.toString(), "--shares", "5", "--threshold", "1", "--to", "unused");

        assertThat(exitCode).isNotZero();
        assertThat(printed.toString()).contains("at least 2").doesNotContain("Exception");
    }

    private int split(Path keys, Path to) {
        return run("split", "--keys", keys.toString(), "--shares", "5", "--threshold", "3", "--to", to.toString());
    }

    private int restore(int... numbers) {
        List<String> arguments = new ArrayList<>(List.of("restore", "--to", home.toString()));
        for (int number : numbers) {
            arguments.add(share(shares, number));
        }
        return run(arguments.toArray(String[]::new));
    }

    private static String share(Path of, int number) {
        return of.resolve("TRIAGE.share-" + number + "-of-5.txt").toString();
    }

    private int run(String... arguments) {
        return new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(arguments);
    }
}
