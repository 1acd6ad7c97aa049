package kz.aryz.triage.deadletter;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
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

/** {@code aryz dead-letters retry}; exits with 1 where a key names nothing that is open, or one is left open. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Sends records to where they were read, as they were, and settles their dead letters.",
            "What still cannot be processed is put aside again. A complaint that was decided is not decided twice.",
            "A wrapped key under which something newer stands, or which was destroyed, is superseded: it is settled and",
            "not sent. Where somebody writes under it at the same time it is left open: try again.",
            "What was read where 'retry' may not write (cases.events, audit.accesses) is not permitted and left open; the",
            "administrator can send it, by its key."
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
        Map<String, Fate> fates = new HashMap<>();
        new DeadLetterLog(kafka.properties()).retry(key -> which.all || which.keys.contains(key), (key, fate) -> {
            fates.put(key, fate);
            spec.commandLine().getOut().println(fate.words() + ' ' + key);
        });
        which.keys.stream()
                .filter(key -> !fates.containsKey(key))
                .forEach(key -> spec.commandLine().getErr().println("not open   " + key));
        boolean allSettled = fates.values().stream().allMatch(Fate::settles);
        return allSettled && fates.keySet().containsAll(which.keys) ? 0 : 1;
    }
}
