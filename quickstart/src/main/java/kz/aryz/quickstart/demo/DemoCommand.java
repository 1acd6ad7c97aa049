package kz.aryz.quickstart.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.BundledReference;
import kz.aryz.quickstart.PortOffset;
import kz.aryz.quickstart.RunningData;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.KafkaOptions;
import kz.aryz.topic.Principal;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz demo}: replays January 2022 against a running Aryz. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Replays January 2022 against a running Aryz: synthetic complaints, then what became of them.")
public final class DemoCommand implements Callable<Integer> {

    private static final long SEED = 2022;

    @Mixin
    private PortOffset ports = new PortOffset();

    @Mixin
    private RunningData data = new RunningData();

    @Option(names = "--count", defaultValue = "305", description = "How many complaints (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--patience",
            defaultValue = "PT2M",
            description =
                    "How long to wait for queues and mails after the last acceptance (default: ${DEFAULT-VALUE}).")
    private Duration patience = Duration.ofMinutes(2);

    @Option(names = "--json", description = "The summary as one line of JSON.")
    private boolean asJson;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:ARYZ_KAFKA_CONFIG}",
            description =
                    "Properties to sign in with where the broker is locked; the administrator's, because every queue"
                            + " is looked at. Default: ARYZ_KAFKA_CONFIG, else what is in the folder of data.")
    private Optional<Path> config = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Exit code 0 only if every complaint is in a queue and everybody was told who must be. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Addresses addresses = ports.running();
        try (AvroSerdes serdes = AvroSerdes.from(
                        Map.of(AvroSerdes.REGISTRY, addresses.registryUrl().toString()));
                Follower follower = new Follower(consumer(addresses), serdes, Clock.systemUTC());
                IntakeClient intake = new IntakeClient(addresses.intakeUrl())) {
            Summary summary = run(new Demonstration(intake, follower, Clock.systemUTC()));
            print(summary);
            return summary.isComplete() ? 0 : 1;
        }
    }

    private Summary run(Demonstration demonstration) throws IOException, InterruptedException {
        try (ProgressBar progress = progressBar()) {
            return demonstration.run(complaints(), UUID.randomUUID().toString(), patience, progress);
        }
    }

    private List<ObjectNode> complaints() {
        return new SyntheticComplaints(BundledReference.read(), Narratives.read(), SEED).make(count);
    }

    private KafkaConsumer<String, byte[]> consumer(Addresses addresses) throws IOException {
        Properties clients = KafkaOptions.read(config.or(this::administrator));
        clients.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, addresses.bootstrapServers());
        clients.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        clients.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return new KafkaConsumer<>(clients, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Optional<Path> administrator() {
        return data.lock().map(lock -> lock.file(Principal.ADMINISTRATOR).path());
    }

    private ProgressBar progressBar() {
        return new ProgressBarBuilder()
                .setTaskName("Complaints")
                .setInitialMax(count)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(200)
                .build();
    }

    private void print(Summary summary) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            out.println(new ObjectMapper().writeValueAsString(summary));
            return;
        }
        out.printf("%nReceived     %d, of which %d are in a queue%n", summary.received(), summary.queued());
        out.printf("Class        %s%n", listed(summary.byClass()));
        out.printf("Priority     %s%n", listed(summary.byPriority()));
        out.printf("Obligations  %d, mails %d%n", summary.obligations(), summary.mails());
        out.printf(
                "To queue     median %d ms, 99th percentile %d ms%n",
                summary.toQueueMedianMillis(), summary.toQueueP99Millis());
        out.printf(
                "To mail      median %d ms, 99th percentile %d ms%n",
                summary.toMailMedianMillis(), summary.toMailP99Millis());
        out.println("Units");
        summary.byUnit().forEach((unit, complaints) -> out.printf("  %-18s %d%n", unit, complaints));
    }

    private static String listed(Map<String, Long> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }
}
