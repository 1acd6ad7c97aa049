package kz.aryz.system.keycloak;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.system.Http;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.journey.Complaints;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/** A Keycloak with the realm that compose takes, and an Aryz whose staff sign in there. */
final class KeycloakAryz implements AutoCloseable {

    /** Keycloak compiles itself at its first start. */
    private static final Duration UNTIL_STARTED = Duration.ofMinutes(8);

    private static final String ADMINISTRATOR = "administrator";

    private final String secret = UUID.randomUUID().toString();
    private final String password = UUID.randomUUID().toString();
    private final Addresses addresses = Addresses.free();
    private final int port = FreePort.find();
    private final GenericContainer<?> keycloak;
    private final LocalAryz processes;
    private final KeycloakAdministrator administrator;
    private final String complaint;

    KeycloakAryz(Path folder) throws IOException {
        this.keycloak = container();
        keycloak.start();
        this.administrator = new KeycloakAdministrator(address(), ADMINISTRATOR, password);
        this.processes = new LocalAryz(folder, addresses, Optional.empty(), variables(), line -> {});
        processes.start();
        try (Http http = new Http()) {
            this.complaint = submit(http);
            awaitQueue(http);
        }
    }

    /** In the network of this machine, where the services listen: Keycloak has something to tell them. */
    private GenericContainer<?> container() {
        return new GenericContainer<>("quay.io/keycloak/keycloak:26.7.3")
                .withCommand("start", "--import-realm")
                .withCopyFileToContainer(
                        MountableFile.forClasspathResource("kz/aryz/quickstart/signin/realm.json"),
                        "/opt/keycloak/data/import/aryz-realm.json")
                .withCopyFileToContainer(
                        MountableFile.forClasspathResource("kz/aryz/quickstart/signin/forbidden-passwords.txt"),
                        "/opt/keycloak/data/password-blacklists/forbidden-passwords.txt")
                .withEnv(Map.of(
                        "KC_HOSTNAME_STRICT", "false",
                        "KC_HTTP_ENABLED", "true",
                        "KC_HTTP_HOST", "127.0.0.1",
                        "KC_HTTP_PORT", String.valueOf(port),
                        "KC_DB", "dev-file",
                        "KC_CACHE", "local",
                        "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", password))
                .withEnv(Map.of(
                        "ARYZ_INTAKE_INSIDE", addresses.intakeUrl().toString(),
                        "ARYZ_TRIAGE_INSIDE", addresses.triageUrl().toString(),
                        "ARYZ_NOTIFIER_INSIDE", addresses.notifierUrl().toString()))
                .withEnv(Map.of(
                        "ARYZ_INTAKE_URL", addresses.intakeUrl().toString(),
                        "ARYZ_TRIAGE_URL", addresses.triageUrl().toString(),
                        "ARYZ_NOTIFIER_URL", addresses.notifierUrl().toString(),
                        "ARYZ_INTAKE_SECRET", secret,
                        "ARYZ_TRIAGE_SECRET", secret,
                        "ARYZ_NOTIFIER_SECRET", secret,
                        "ARYZ_SCRIPTS_SECRET", secret))
                .withNetworkMode("host")
                .waitingFor(Wait.forLogMessage(".*Listening on:.*", 1).withStartupTimeout(UNTIL_STARTED));
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(SharedAryz.QUICK_RETRIES);
        variables.put("OIDC_ISSUER", issuer().toString());
        variables.put("OIDC_CLIENT_SECRET", secret);
        variables.put("OIDC_CONFIRM_EVERY", "PT2S");
        return variables;
    }

    private URI address() {
        return URI.create("http://localhost:" + port);
    }

    URI issuer() {
        return address().resolve("/realms/aryz");
    }

    Addresses addresses() {
        return addresses;
    }

    /** What the realm's client for scripts proves itself with. */
    String secret() {
        return secret;
    }

    KeycloakAdministrator administrator() {
        return administrator;
    }

    /** Number of a complaint that lies in the queue of Almaty's prosecutors. */
    String complaint() {
        return complaint;
    }

    private String submit(Http http) throws IOException {
        Http.Answer answer = http.post(
                addresses.intakeUrl().resolve("/api/v1/complaints"),
                Complaints.torture("WEB_FORM", "ru").toString(),
                Map.of("Idempotency-Key", "signed-in"));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("complaintNumber").asText();
    }

    private void awaitQueue(Http http) throws IOException {
        String token = administrator.token("commissioner-officer", "/bodies/COMMISSIONER");
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(http.get(
                                        addresses.triageUrl().resolve("/api/v1/queues/PROS.KZ-75"),
                                        Map.of("Authorization", "Bearer " + token))
                                .body()
                                .toString())
                        .contains(complaint));
    }

    @Override
    public void close() throws IOException {
        try (keycloak;
                processes) {
            administrator.close();
        }
    }
}
