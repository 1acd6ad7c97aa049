package kz.aryz.registry;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import kz.aryz.registry.SubjectRegistrar.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code aryz schemas apply}: registers every schema; services never do. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Registers every schema and has the registry refuse, from then on, any that would break a reader.",
            "Those of the units' queues are registered by 'aryz reference apply'."
        })
final class SchemasApply implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RegistryOptions options = new RegistryOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (SchemaRegistry registry = options.client()) {
            for (Standing before : new SubjectRegistrar(registry).apply(Subject.all())) {
                out.println((before.isComplete() ? "unchanged  " : "registered ")
                        + before.subject().name());
            }
        }
        return 0;
    }
}
