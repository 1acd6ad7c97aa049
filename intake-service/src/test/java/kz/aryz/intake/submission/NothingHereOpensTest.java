package kz.aryz.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.id.SecretFileException;
import kz.aryz.intake.json.JsonReader;
import kz.aryz.intake.log.InMemoryLog;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.KeysCommand;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Opening;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** Intake, with the directory that {@code aryz keys init} makes for it, against whoever has taken it over. */
@AccessesPartialKey
class NothingHereOpensTest {

    private static final String BODY = "{\"narrative\":\"Story\",\"consents\":{\"transmitToProsecutor\":\"GIVEN\"}}";
    private static final int X25519_KEY = 32;

    @TempDir
    private Path folder;

    private Path keys = Path.of("");
    private Path home = Path.of("");
    private TestIntake intake = TestIntake.create();

    @BeforeEach
    void takeAComplaintIn() throws Exception {
        keys = folder.resolve("keys");
        home = keys.resolve("intake");
        int exitCode = new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .execute("init", "--to", keys.toString());
        assertThat(exitCode).isZero();
        intake = TestIntake.over(new InMemoryLog(), Keysets.load(home.toUri()), TestIntake.NOW);
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        intake.reception().receive(new Message(Message.API, "k", body, new JsonReader(1 << 20).read(body)));
    }

    @ParameterizedTest
    @EnumSource(Recipient.class)
    void whatItHasSealedItCannotOpen(Recipient recipient) {
        assertThat(intake.keys().canOpenFor()).isEmpty();
        assertThatThrownBy(() -> intake.keys().opener(recipient))
                .isInstanceOf(SecretFileException.class)
                .hasMessageContaining(recipient + ".private.json");
    }

    @Test
    void thoseItSealedForCan() {
        assertThat(open(Section.ACCOUNT, "triage", Recipient.TRIAGE)).isInstanceOf(Opening.Opened.class);
        assertThat(open(Section.IDENTITY, "triage", Recipient.TRIAGE)).isInstanceOf(Opening.Opened.class);
        assertThat(open(Section.ACCOUNT, "notifier", Recipient.COMMISSIONER)).isInstanceOf(Opening.Opened.class);
        assertThat(open(Section.IDENTITY, "notifier", Recipient.COMMISSIONER)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void itsDirectoryHoldsPublicKeysetsAndNothingElse() throws Exception {
        for (Path file : filesOf(home)) {
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file), HybridConfig2026.get());
            assertThat(keyset.getPrimary().getKey()).isInstanceOf(HpkePublicKey.class);
        }
        assertThat(filesOf(home)).hasSize(Recipient.values().length);
    }

    @Test
    void noFileOfItsDirectoryServesAsAPrivateKeyset() throws Exception {
        for (Recipient recipient : Recipient.values()) {
            for (Path file : filesOf(home)) {
                Path forged = home.resolve(recipient + ".private.json");
                Files.copy(file, forged);
                Files.setPosixFilePermissions(forged, PosixFilePermissions.fromString("rw-------"));

                assertThatThrownBy(() -> Keysets.load(home.toUri()).opener(recipient))
                        .isInstanceOf(SecretFileException.class);

                Files.delete(forged);
            }
        }
    }

    /** Every 32 bytes in a row that it holds, its permanent secret included, tried as the private half of each key pair. */
    @Test
    void nothingThatItHoldsIsThePrivateHalfOfAKey() throws Exception {
        List<byte[]> held = new ArrayList<>();
        held.add(
                HexFormat.of().parseHex(Files.readString(keys.resolve("secret")).strip()));
        for (Path file : filesOf(home)) {
            held.add(publicKey(file).getPublicKeyBytes().toByteArray());
            held.add(Files.readAllBytes(file));
        }

        for (Path file : filesOf(home)) {
            HpkePublicKey publicKey = publicKey(file);
            assertThat(held).allSatisfy(bytes -> assertNoneIsPrivateHalf(publicKey, bytes));
        }
    }

    private static void assertNoneIsPrivateHalf(HpkePublicKey publicKey, byte[] bytes) {
        for (int from = 0; from + X25519_KEY <= bytes.length; from++) {
            byte[] candidate = Arrays.copyOfRange(bytes, from, from + X25519_KEY);
            assertThatThrownBy(() -> HpkePrivateKey.create(
                            publicKey, SecretBytes.copyFrom(candidate, InsecureSecretKeyAccess.get())))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    private static HpkePublicKey publicKey(Path file) throws IOException, GeneralSecurityException {
        return (HpkePublicKey)
                TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file), HybridConfig2026.get())
                        .getPrimary()
                        .getKey();
    }

    private Opening<?> open(Section<?> section, String service, Recipient recipient) {
        Submission submission = intake.log().values(Topics.SUBMISSIONS).getFirst();
        Sealed sealed = submission.getComplaintReceived().getSections().stream()
                .filter(one -> one.getSection().equals(section.path()))
                .findFirst()
                .orElseThrow();
        WrappedKey key = intake.log().values(Topics.KEYS).stream()
                .filter(one -> KeyReference.of(one).equals(sealed.getKeyRef()))
                .findFirst()
                .orElseThrow();
        return Keysets.load(keys.resolve(service).toUri())
                .opener(recipient)
                .open(submission.getHeader().getComplaintId(), section, sealed, key);
    }

    private static List<Path> filesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
