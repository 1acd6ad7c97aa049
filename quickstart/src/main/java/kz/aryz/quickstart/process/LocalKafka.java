package kz.aryz.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kz.aryz.id.SecretFile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A Kafka broker and its controller in one process (KRaft), for this machine only; open to all of it, or locked. */
public final class LocalKafka extends LocalServer {

    /** What the process is called, and its folder in that of all data. */
    public static final String NAME = "kafka";

    private static final String HOST = "127.0.0.1";
    private static final int HEAP_MEGABYTES = 320;
    private static final int FORMAT_HEAP_MEGABYTES = 64;
    private static final Duration PATIENCE_TO_FORMAT = Duration.ofMinutes(5);
    private static final int PROBE_MILLIS = 2_000;

    private final Installation installation;
    private final Path data;
    private final int port;
    private final int controllerPort;
    private final Optional<BrokerLock> lock;

    /**
     * A broker that is not started yet.
     *
     * @param data folder of the log; filled on the first start
     * @param logs folder of what the broker itself has to say
     * @param port where clients connect
     * @param controllerPort where the controller listens
     */
    public LocalKafka(Installation installation, Path data, Path logs, int port, int controllerPort) {
        this(installation, data, logs, port, controllerPort, Optional.empty());
    }

    /**
     * A broker that is not started yet.
     *
     * @param data folder of the log; filled on the first start
     * @param logs folder of what the broker itself has to say
     * @param port where clients connect
     * @param controllerPort where the controller listens
     * @param lock who gets in; without one, everybody does
     */
    public LocalKafka(
            Installation installation, Path data, Path logs, int port, int controllerPort, Optional<BrokerLock> lock) {
        super(NAME, installation, logs);
        this.installation = installation;
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        this.lock = lock;
    }

    /** A broker on free ports. */
    public static LocalKafka onFreePorts(Installation installation, Path folder) {
        return new LocalKafka(
                installation, folder.resolve(NAME), folder.resolve("logs"), FreePort.find(), FreePort.find());
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    @Override
    JavaProgram program() {
        return kafkaProgram(
                NAME, HEAP_MEGABYTES, List.of("kafka.Kafka", settings().toString()));
    }

    private JavaProgram kafkaProgram(String name, int heap, List<String> mainAndArguments) {
        List<String> logging = List.of("-Dlog4j2.configurationFile=" + data.resolve("log4j2.properties"));
        return new JavaProgram(
                name,
                heap,
                logging,
                concat(List.of("-cp", installation.kafkaClasspath()), mainAndArguments),
                Map.of(),
                data);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private Path settings() {
        return settings(data);
    }

    static Path settings(Path data) {
        return data.resolve("server.properties");
    }

    @Override
    void prepare() {
        try {
            Files.createDirectories(data);
            writeSettings();
            Files.writeString(data.resolve("log4j2.properties"), KafkaSettings.LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the settings of the broker to " + data, e);
        }
        if (!Files.exists(data.resolve("log").resolve("meta.properties"))) {
            format();
        }
    }

    /** Passwords may stand in it. */
    private void writeSettings() throws IOException {
        Path log = data.resolve("log");
        Files.deleteIfExists(settings());
        SecretFile.create(
                settings(),
                lock.map(own -> KafkaSettings.locked(HOST, port, controllerPort, log, own))
                        .orElseGet(() -> KafkaSettings.of(HOST, port, controllerPort, log)));
    }

    private void format() {
        List<String> command = List.of(
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "--ignore-formatted",
                "--cluster-id",
                KafkaSettings.CLUSTER_ID,
                "--config",
                settings().toString());
        ChildProcess format = ChildProcess.start(
                kafkaProgram("kafka-format", FORMAT_HEAP_MEGABYTES, command), installation.leash(), log());
        if (!format.endsWell(PATIENCE_TO_FORMAT)) {
            throw new NotReadyException("The folder of the broker cannot be prepared. The log says why: " + log());
        }
    }

    @Override
    boolean answers() {
        if (FreePort.isFree(port)) {
            return false;
        }
        Map<String, Object> config = new HashMap<>();
        lock.ifPresent(own -> config.putAll(own.administrator()));
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PROBE_MILLIS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PROBE_MILLIS);
        try (Admin admin = Admin.create(config)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(PROBE_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
