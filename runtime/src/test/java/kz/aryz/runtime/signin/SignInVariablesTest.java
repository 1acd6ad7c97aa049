package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.config.ConfigurationException;
import kz.aryz.runtime.config.Environment;
import org.junit.jupiter.api.Test;

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
