package kz.aryz.system.shipped;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.principal.ClientFile;
import kz.aryz.principal.Transport;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.signin.ClientSecret;
import kz.aryz.topic.Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Aryz and the JDK make is told for what it is. */
class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void areInPrivateKeysetsAndThePermanentSecretAndNotInPublicKeysets() throws IOException {
        int code = Aryz.commandLine()
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute("keys", "init", "--to", folder.toString());

        assertThat(code).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .filteredOn(Secrets::areIn)
                    .map(file -> folder.relativize(file).toString())
                    .containsExactlyInAnyOrder(
                            "secret", "triage/TRIAGE.private.json", "notifier/COMMISSIONER.private.json");
        }
    }

    @Test
    void areInWhatAPrincipalSignsInWithAtTheBroker() {
        ClientFile file = ClientFile.in(folder, Principal.TRIAGE);
        file.create(new Transport.Loopback());

        assertThat(Secrets.areIn(file.path())).isTrue();
    }

    @Test
    void areInWhatAServiceProvesItselfWithAtTheProvider() throws IOException {
        Path file = ClientSecret.file(folder, "notifier");
        String json = "{\"clientId\": \"notifier\", \"secret\": \"%s\"}".formatted(Files.readString(file));

        assertThat(Secrets.areIn(file)).isTrue();
        assertThat(Secrets.areIn("elsewhere", Files.readAllBytes(file))).isTrue();
        assertThat(Secrets.areIn("realm.json", json.getBytes(US_ASCII))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\\n\" + \""})
    void areInPrivateKeysAsPem(String end) throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key);

        assertThat(Secrets.areIn("key", pem.replace("\n", end).getBytes(US_ASCII)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void areInKeyStoresWithAKey(String type) throws IOException, InterruptedException {
        Path store = folder.resolve("store");
        String arguments = "-genkeypair -keyalg EC -dname CN=broker -alias broker -storepass changeit -keypass changeit"
                + " -storetype " + type + " -keystore " + store;
        List<String> keytool = new ArrayList<>(List.of(arguments.split(" ", -1)));
        keytool.addFirst(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        assertThat(new ProcessBuilder(keytool)
                        .redirectError(Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();

        assertThat(Secrets.areIn(store)).isTrue();
    }

    @Test
    void areInNoKeyStoreOfCertificates() {
        assertThat(Secrets.areIn(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")))
                .isFalse();
    }
}
