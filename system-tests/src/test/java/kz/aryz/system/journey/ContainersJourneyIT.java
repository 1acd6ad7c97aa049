package kz.aryz.system.journey;

import static kz.aryz.system.Patience.PATIENCE;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.quickstart.process.LocalService;
import kz.aryz.quickstart.up.Setup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The journey with broker, registry and mail server as their makers ship them. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class ContainersJourneyIT {

    private static final int HEAP_MEGABYTES = 192;
    private static final int HTTP = 8080;
    private static final int SMTP = 3025;

    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.3.1")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1")
            .withEnv("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");

    @Container
    private static final GenericContainer<?> REGISTRY = new GenericContainer<>("apicurio/apicurio-registry:3.3.3")
            .withExposedPorts(HTTP)
            .waitingFor(Wait.forHttp("/apis/registry/v3/system/info").forPort(HTTP));

    @Container
    private static final GenericContainer<?> MAIL = new GenericContainer<>("greenmail/standalone:2.1.13")
            .withExposedPorts(SMTP, HTTP)
            .waitingFor(Wait.forHttp("/api/service/readiness").forPort(HTTP));

    @TempDir
    private Path folder;

    private static URI of(GenericContainer<?> container, String scheme, int port) {
        return URI.create(scheme + "://" + container.getHost() + ":" + container.getMappedPort(port));
    }

    @Test
    void aComplaintReachesAQueueAndTheCommissioner() {
        URI registry = of(REGISTRY, "http", HTTP).resolve("/apis/registry/v3");
        Setup setup = new Setup(line -> {});
        setup.keys(folder.resolve("keys"), KAFKA.getBootstrapServers());
        setup.upgrade(KAFKA.getBootstrapServers(), registry);
        Map<String, String> common = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", KAFKA.getBootstrapServers(), "SCHEMA_REGISTRY_URL", registry.toString());
        try (LocalService intake = service("intake-service", "intake", common);
                LocalService triage = service("triage-streams", "triage", common);
                LocalService notifier = service("notifier", "notifier", common)) {
            List<LocalService> services = List.of(intake, triage, notifier);
            services.forEach(LocalServer::start);
            services.forEach(service -> service.awaitReady(PATIENCE));
            Endpoints endpoints =
                    new Endpoints(intake.address(), triage.address(), notifier.address(), of(MAIL, "http", HTTP));
            try (Client client = new Client(endpoints)) {
                Journeys journeys = new Journeys(client, PATIENCE);

                Receipt receipt = journeys.submit(Complaints.torture("VISIT", "ru"));

                journeys.awaitArrival(receipt);
            }
        }
    }

    private LocalService service(String module, String keys, Map<String, String> common) {
        Map<String, String> environment = new HashMap<>(common);
        environment.put("ARYZ_KEYS", folder.resolve("keys").resolve(keys).toString());
        environment.put("ARYZ_SECRET_FILE", folder.resolve("keys/secret").toString());
        environment.put("ARYZ_SMTP_URL", of(MAIL, "smtp", SMTP).toString());
        return new LocalService(
                Installation.find(),
                module,
                HEAP_MEGABYTES,
                folder.resolve(module),
                folder.resolve("logs"),
                FreePort.find(),
                environment);
    }
}
