package kz.aryz.quickstart.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kz.aryz.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz backup}: topics, schemas and the places of groups, in two parts that are kept apart. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copies topics, schemas and the places of all groups, while triage-streams and notifier are stopped.",
            "Wrapped keys go into a folder of their own. Private keysets and the permanent secret are in neither: 'aryz keys"
                    + " split' shares out the one, and the other is a file to be kept apart from both."
        })
public final class BackupCommand implements Callable<Integer> {

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "New folder for everything but the wrapped keys.")
    private Path to = Path.of("");

    @Option(
            names = "--wrapped-keys",
            required = true,
            paramLabel = "DIR",
            description = "New folder for the wrapped keys. Replace the former one, do not collect them: a key that was"
                    + " destroyed lives on in every copy.")
    private Path wrappedKeys = Path.of("");

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait until brokers know that the services are gone. Default: 60.")
    private long patience;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        cluster.run((clients, registry) -> new Backup(
                        clients, registry, Clock.systemUTC(), spec.commandLine().getOut()::println)
                .take(to, wrappedKeys, Duration.ofSeconds(patience)));
        return ExitCode.OK;
    }
}
