package kz.aryz.quickstart.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import kz.aryz.backup.Restore;
import kz.aryz.topic.ReplicationOptions;
import kz.aryz.topic.TopicProvisioner;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz restore}: a backup into an empty cluster, before any service is started. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a backup into a cluster that has no record of Aryz yet, and reads back what it wrote.",
            "Start the services afterwards, each with an empty folder, and with the keys of the Aryz that was backed up."
        })
public final class RestoreCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private ReplicationOptions replication = new ReplicationOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DIR",
            description = "Part of the backup with everything but the wrapped keys.")
    private Path from = Path.of("");

    @Option(
            names = "--wrapped-keys",
            paramLabel = "DIR",
            description = "Part with the wrapped keys. Without it, no sealed section can be opened.")
    private Optional<Path> wrappedKeys = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        PrintWriter out = spec.commandLine().getOut();
        cluster.run((clients, registry) ->
                new Restore(clients, registry, provisioners(), out::println).restore(from, wrappedKeys));
        remind(out);
        return ExitCode.OK;
    }

    /** What is in no backup. */
    private void remind(PrintWriter out) {
        Optional<Path> keys = cluster.data().map(folder -> folder.resolve("keys"));
        if (keys.filter(Files::exists).isEmpty()) {
            out.println("Now put the keys of the Aryz that was backed up, and its permanent secret, "
                    + keys.map(folder -> "into " + folder).orElse("where the services look for them")
                    + ": with new ones nothing is opened, no receipt key is known, and what is sent again is another"
                    + " complaint.");
        }
    }

    /** On one machine all replicas share a power supply. */
    private Function<Admin, TopicProvisioner> provisioners() {
        return cluster.data().isPresent()
                ? admin -> new TopicProvisioner(admin, OptionalInt.empty(), OptionalInt.empty(), true)
                : replication::provisioner;
    }
}
