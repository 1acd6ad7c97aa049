package kz.aryz.topic;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kz.aryz.topic.TopicChange.Configuration;
import kz.aryz.topic.TopicChange.Creation;
import kz.aryz.topic.TopicChange.Nothing;
import kz.aryz.topic.TopicChange.Refusal;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz topics apply}: makes the topics and grants; exits with 1 where it refused something. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Makes every topic that is missing and configures every one that differs.",
            "Never lowers a retention, never changes a number of partitions or a clean-up policy: it says so, leaves"
                    + " that topic as it is and exits with 1. Queues of units are made by 'aryz reference apply', and"
                    + " configured here.",
            "Where the brokers ask who somebody is, grants what the catalogue says, for the queues that are there. What"
                    + " others granted beyond it is named and left; --revoke takes it away."
        })
final class TopicsApply implements Callable<Integer> {

    private static final String UNLOCKED =
            "unchanged  grants: none, for the brokers ask nobody who they are, and everybody may read everything";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private ReplicationOptions replication = new ReplicationOptions();

    @Option(names = "--dry-run", description = "Only says what would be done.")
    private boolean dryRun;

    @Option(names = "--revoke", description = "Takes away what was granted beyond the catalogue.")
    private boolean revoke;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = kafka.admin()) {
            boolean followed = applyTopics(admin);
            applyGrants(new GrantProvisioner(admin));
            return followed ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    /** Whether nothing had to be refused. */
    private boolean applyTopics(Admin admin) throws InterruptedException, ExecutionException {
        TopicProvisioner provisioner = replication.provisioner(admin);
        List<Topic<?>> topics = Topics.with(admin.listTopics().names().get());
        List<TopicChange> changes = dryRun ? provisioner.plan(topics) : provisioner.apply(topics);
        changes.stream().map(TopicsApply::line).forEach(this::say);
        return changes.stream().noneMatch(Refusal.class::isInstance);
    }

    private void applyGrants(GrantProvisioner provisioner) throws InterruptedException, ExecutionException {
        Optional<GrantDifference> difference = provisioner.compare();
        if (difference.isPresent()) {
            applyGrants(provisioner, difference.get());
        } else {
            spec.commandLine().getErr().println(UNLOCKED);
        }
    }

    private void applyGrants(GrantProvisioner provisioner, GrantDifference difference)
            throws InterruptedException, ExecutionException {
        if (!dryRun) {
            provisioner.grant(difference.missing());
            provisioner.revoke(revoke ? difference.surplus() : List.of());
        }
        String beyond = revoke ? "revoked    " : "surplus    ";
        difference.missing().forEach(binding -> say("granted    " + GrantLine.of(binding)));
        difference.surplus().forEach(binding -> say(beyond + GrantLine.of(binding)));
        say("unchanged  " + (difference.wanted() - difference.missing().size()) + " grants");
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
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
