package kz.aryz.quickstart.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of an identity provider that believes everybody. It makes a new key to sign with at every start. */
final class IdentityProviderSettings {

    /** Last part of the issuer. */
    static final String ISSUER = "aryz";

    private static final Duration TOKENS_HOLD = Duration.ofHours(1);

    private IdentityProviderSettings() {}

    /** What somebody is comes from the page where they choose it; what a script is, from its request. */
    static String of(Path loginPage, List<String> audience) {
        List<Map<String, Object>> scripts = List.of(
                asked("units", "*", audience, Map.of("units", "${units}")),
                asked("body", "*", audience, Map.of("body", "${body}")),
                asked("grant_type", "client_credentials", audience, Map.of()));
        return json(Map.of(
                "interactiveLogin",
                true,
                "loginPagePath",
                loginPage.toString(),
                "httpServer",
                "NettyWrapper",
                "tokenProvider",
                Map.of("keyProvider", Map.of("algorithm", "RS256")),
                "tokenCallbacks",
                List.of(Map.of(
                        "issuerId", ISSUER, "tokenExpiry", TOKENS_HOLD.toSeconds(), "requestMappings", scripts))));
    }

    /** The claims of a token that is asked for with that parameter; of several such rules the first counts. */
    private static Map<String, Object> asked(
            String parameter, String value, List<String> audience, Map<String, String> more) {
        Map<String, Object> claims = new LinkedHashMap<>(more);
        claims.put("sub", "${account}");
        claims.put("aud", audience);
        claims.put("roles", "${roles}");
        claims.put("acr", "${acr}");
        claims.put("auth_time", "${auth_time}");
        return Map.of("requestParam", parameter, "match", value, "claims", claims);
    }

    private static String json(Map<String, Object> settings) {
        try {
            return new ObjectMapper().writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and texts are JSON", e);
        }
    }
}
