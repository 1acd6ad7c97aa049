package kz.aryz.triage.deadletter;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Callable;
import kz.aryz.topic.KafkaOptions;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aryz dead-letters retry}; exits with 1 where a key names nothing that is open. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Sends records to where they were read, as they were, and settles their dead letters.",
            "What still cannot be processed is put aside again. A complaint that was decided is not decided twice."
        })
final class DeadLettersRetry implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** Which of them. */
    private static final class Which {

        @Option(names = "--all", description = "All that are open.")
        private boolean all;

        @Parameters(arity = "1..*", paramLabel = "KEY", description = "Keys as 'list' shows them.")
        private Set<String> keys = Set.of();
    }

    @Override
    public Integer call() throws IOException {
        Set<String> sent = new DeadLetterLog(kafka.properties()).retry(key -> which.all || which.keys.contains(key));
        sent.forEach(key -> spec.commandLine().getOut().println("sent again " + key));
        which.keys.stream()
                .filter(key -> !sent.contains(key))
                .forEach(key -> spec.commandLine().getErr().println("not open   " + key));
        return sent.containsAll(which.keys) ? 0 : 1;
    }
}
