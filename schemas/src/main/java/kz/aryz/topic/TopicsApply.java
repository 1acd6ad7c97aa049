package kz.aryz.topic;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kz.aryz.topic.TopicChange.Configuration;
import kz.aryz.topic.TopicChange.Creation;
import kz.aryz.topic.TopicChange.Nothing;
import kz.aryz.topic.TopicChange.Refusal;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz topics apply}: makes the topics; exits with 1 where it refused something. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Makes every topic that is missing and configures every one that differs.",
            "Never lowers a retention, never changes a number of partitions or a clean-up policy: it says so, leaves"
                    + " that topic as it is and exits with 1. Queues of units are made by 'aryz reference apply'."
        })
final class TopicsApply implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private ReplicationOptions replication = new ReplicationOptions();

    @Option(names = "--dry-run", description = "Only says what would be done.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = kafka.admin()) {
            TopicProvisioner provisioner = replication.provisioner(admin);
            List<TopicChange> changes = dryRun ? provisioner.plan(Topics.all()) : provisioner.apply(Topics.all());
            PrintWriter out = spec.commandLine().getOut();
            changes.stream().map(TopicsApply::line).forEach(out::println);
            return changes.stream().anyMatch(Refusal.class::isInstance) ? 1 : 0;
        }
    }

    static String line(TopicChange change) {
        String name = change.topic().name();
        return switch (change) {
            case Creation creation -> "created    " + name;
            case Nothing nothing -> "unchanged  " + name;
            case Configuration changed -> "configured " + name + ": " + changed.differences();
            case Refusal refused -> "refused    " + name + ": " + refused.differences();
        };
    }
}
