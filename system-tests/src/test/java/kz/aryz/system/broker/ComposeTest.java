package kz.aryz.system.broker;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The brokers of {@code docker-compose.yml}, and how it lets others reach them. */
class ComposeTest {

    private static final String SERVERS = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String CLIENT_FILE = "ARYZ_KAFKA_CONFIG";

    private final ComposeFile compose = ComposeFile.read();
    private final JsonNode services = compose.services();
    private final List<JsonNode> brokers = environments("KAFKA_LISTENERS");

    @Test
    void everyListenerIsEncryptedAndWantsAPasswordOrACertificate() {
        assertThat(brokers)
                .hasSize(3)
                .allSatisfy(broker -> assertThat(
                                Stream.of(variable(broker, "KAFKA_LISTENERS").split(",", -1)))
                        .map(listener -> listener.substring(0, listener.indexOf(':')))
                        .contains("CLIENTS")
                        .allSatisfy(listener ->
                                assertThat(proofAt(broker, listener)).isIn("SASL_SSL", "SSL with a certificate")));
    }

    @Test
    void nobodyIsGrantedWhatNobodyGranted() {
        assertThat(brokers).allSatisfy(broker -> {
            assertThat(variable(broker, "KAFKA_AUTHORIZER_CLASS_NAME")).endsWith(".StandardAuthorizer");
            assertThat(variable(broker, "KAFKA_ALLOW_EVERYONE_IF_NO_ACL_FOUND")).isIn("", "false");
            assertThat(variable(broker, "KAFKA_SUPER_USERS")).isEqualTo("User:CN=broker;User:CN=administrator");
        });
    }

    /** All three lose power together: of what lies on several partitions, none may be ahead of the others afterwards. */
    @Test
    void everyRecordIsOnDiskBeforeItIsAcknowledged() {
        assertThat(brokers)
                .allSatisfy(broker -> assertThat(variable(broker, "KAFKA_LOG_FLUSH_INTERVAL_MESSAGES"))
                        .isEqualTo("1"));
    }

    @Test
    void onlyTheFormIsPublishedToTheNetwork() {
        assertThat(services.findValues("ports").stream().flatMap(JsonNode::valueStream))
                .map(JsonNode::asText)
                .filteredOn(port -> !port.startsWith("127.0.0.1:"))
                .containsExactly("8080:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-service", "triage-streams", "notifier"})
    void eachServiceSignsInWithAPasswordOfItsOwn(String service) {
        String file = variable(compose.environment(service), CLIENT_FILE);

        assertThat(listenersOf(compose.environment(service), SERVERS)).containsExactly("CLIENTS");
        assertThat(compose.commandOf("setup"))
                .contains("cp -p keys/principals/%s.properties %s\n".formatted(service, file));
    }

    @Test
    void theRegistrySignsInWithAPasswordOfItsOwn() {
        JsonNode registry = compose.environment("registry");

        assertThat(listenersOf(registry, "APICURIO_KAFKASQL_BOOTSTRAP_SERVERS")).containsExactly("CLIENTS");
        assertThat(variable(registry, "SMALLRYE_CONFIG_LOCATIONS").split(",", -1))
                .contains("/secrets/registry.properties");
        assertThat(compose.commandOf("access"))
                .contains("keys/principals/registry.properties > keys/registry/registry.properties\n");
    }

    /** Without either way named, brokers of that authority would not be believed; with the other, nothing were encrypted. */
    @Test
    void passwordsAreForEncryptedListeners() {
        assertThat(compose.commandOf("access").lines().filter(line -> line.contains("principals apply")))
                .singleElement()
                .asString()
                .contains("--trust keys/administrator/authority.pem")
                .doesNotContain("--loopback");
    }

    @ParameterizedTest
    @CsvSource({
        "intake-service, intake:/aryz/data intake-keys:/aryz/keys/intake:ro trust:/aryz/keys/trust:ro",
        "triage-streams, triage:/aryz/data triage-keys:/aryz/keys/triage:ro trust:/aryz/keys/trust:ro",
        "notifier, notifier:/aryz/data notifier-keys:/aryz/keys/notifier:ro trust:/aryz/keys/trust:ro"
    })
    void eachServiceHasKeysOfItsOwnAndNoOthers(String service, String volumes) {
        assertThat(compose.volumesOf(service)).containsExactlyInAnyOrder(volumes.split(" ", -1));
    }

    /** Whoever else has them makes them or hands them out, and ends before a service starts. */
    @ParameterizedTest
    @CsvSource({
        "intake-keys, client-secrets setup intake-service",
        "triage-keys, client-secrets setup triage-streams",
        "notifier-keys, client-secrets setup notifier",
        "registry-secrets, secrets access registry",
        "principals, access setup",
        "administrator, secrets access setup",
        "keys, setup"
    })
    void whatIsSecretIsWithNobodyElse(String volume, String containers) {
        assertThat(compose.mounting(volume + ":")).containsExactlyInAnyOrder(containers.split(" ", -1));
    }

    /** Whoever calls compose may let nobody else read their files, and who is not root is somebody else. */
    @Test
    void whatLiesOnTheHostIsReadByRootAlone() {
        assertThat(compose.mounting(".")).containsExactly("client-secrets");
        assertThat(services.path("client-secrets").path("image").asText()).isEqualTo("eclipse-temurin:25-jre");
        assertThat(services.path("client-secrets").has("user")).isFalse();
    }

    @Test
    void everybodyElseIsTheAdministratorAndShowsACertificate() {
        assertThat(environments(SERVERS))
                .filteredOn(client -> !listenersOf(client, SERVERS).equals(Set.of("CLIENTS")))
                .hasSize(2)
                .allSatisfy(client -> {
                    assertThat(listenersOf(client, SERVERS)).containsExactly("BROKERS");
                    assertThat(variable(client, CLIENT_FILE)).isEqualTo("keys/administrator/administrator.properties");
                });
        assertThat(compose.commandOf("secrets"))
                .contains("cat > administrator.properties <<EOF\nsecurity.protocol=SSL\n");
    }

    /** What a broker wants to see of whoever comes to a listener of its. */
    private static String proofAt(JsonNode broker, String listener) {
        String protocol = Stream.of(
                        variable(broker, "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP").split(",", -1))
                .map(pair -> pair.split(":", 2))
                .collect(toMap(pair -> pair[0], pair -> pair[1]))
                .getOrDefault(listener, "nothing");
        String certificate = variable(broker, "KAFKA_LISTENER_NAME_" + listener + "_SSL_CLIENT_AUTH");
        return certificate.equals("required") ? protocol + " with a certificate" : protocol;
    }

    /** The listeners of the brokers that a client is sent to. */
    private Set<String> listenersOf(JsonNode client, String variable) {
        Map<String, String> byAddress = brokers.stream()
                .flatMap(broker ->
                        Stream.of(variable(broker, "KAFKA_ADVERTISED_LISTENERS").split(",", -1)))
                .map(listener -> listener.split("://", 2))
                .collect(toMap(listener -> listener[1], listener -> listener[0]));
        return Stream.of(variable(client, variable).split(",", -1))
                .map(address -> byAddress.getOrDefault(address, "none at " + address))
                .collect(toUnmodifiableSet());
    }

    private List<JsonNode> environments(String variable) {
        return services.findValues("environment").stream()
                .filter(environment -> environment.has(variable))
                .toList();
    }

    private static String variable(JsonNode environment, String name) {
        return environment.path(name).asText();
    }
}
