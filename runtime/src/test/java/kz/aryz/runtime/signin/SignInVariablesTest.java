package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.config.ConfigurationException;
import kz.aryz.runtime.config.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInVariablesTest {
    private static final SignInVariables VARIABLES = new SignInVariables("desk");

    @Test
    void withoutAProviderNobodySignsIn() {
        assertThat(client(Map.of())).isEmpty();
    }

    @Test
    void theServicesNameIsItsIdWhereNothingElseIsSaid() {
        assertThat(client(Map.of("OIDC_ISSUER", "https://id.example", "OIDC_CLIENT_SECRET", "canary")))
                .contains(new OidcClient(URI.create("https://id.example"), "desk", "canary"));
    }

    @Test
    void aProviderWithoutASecretOrASecretWithoutAProviderIsAMistake() {
        for (Map<String, String> half :
                Map.of("OIDC_ISSUER", "https://id.example", "OIDC_CLIENT_SECRET", "canary").entrySet().stream()
                        .map(SignInVariablesTest::alone)
                        .toList()) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> client(half))
                    .withMessageContaining("OIDC_ISSUER, OIDC_CLIENT_SECRET")
                    .withMessageNotContaining("canary");
        }
    }

    @Test
    void aProviderIsAskedAtItsIssuerOrWhereItIsSaid() {
        Map<String, String> said =
                Map.of("OIDC_ISSUER", "https://id.example/realms/aryz", "OIDC_CLIENT_SECRET", "canary");
        Map<String, String> elsewhere = new HashMap<>(said);
        elsewhere.put("OIDC_DISCOVERY", "http://inside:8080/discovery");

        assertThat(client(said).orElseThrow().discovery())
                .hasToString("https://id.example/realms/aryz/.well-known/openid-configuration");
        assertThat(client(elsewhere).orElseThrow().discovery()).hasToString("http://inside:8080/discovery");
    }

    @Test
    void theSecretMayLieInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "canary\n");

        assertThat(client(Map.of("OIDC_ISSUER", "https://id.example", "OIDC_CLIENT_SECRET_FILE", file.toString())))
                .map(OidcClient::secret)
                .contains("canary");
    }

    @Test
    void aFileWithoutASecretIsAMistake(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");

        for (Path file : List.of(empty, folder.resolve("none"))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> client(
                            Map.of("OIDC_ISSUER", "https://id.example", "OIDC_CLIENT_SECRET_FILE", file.toString())))
                    .withMessageContaining("OIDC_CLIENT_SECRET_FILE");
        }
    }

    @Test
    void showsNoSecret() {
        assertThat(client(Map.of("OIDC_ISSUER", "https://id.example", "OIDC_CLIENT_SECRET", "canary"))
                        .toString())
                .doesNotContain("canary");
    }

    private static Map<String, String> alone(Map.Entry<String, String> variable) {
        return Map.of(variable.getKey(), variable.getValue());
    }

    private static Optional<OidcClient> client(Map<String, String> texts) {
        return VARIABLES.client(Environment.read(texts, VARIABLES.all()));
    }
}
