package kz.aryz.registry;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import kz.aryz.registry.SubjectRegistrar.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code aryz schemas check}: exits with 1 where a schema or its guarantee is missing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says which schemas the registry lacks; exits with 1 if any.")
final class SchemasCheck implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RegistryOptions options = new RegistryOptions();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (SchemaRegistry registry = options.client()) {
            List<Standing> standings = new SubjectRegistrar(registry).check(Subject.all());
            standings.stream().map(SchemasCheck::line).forEach(out::println);
            return standings.stream().allMatch(Standing::isComplete) ? 0 : 1;
        }
    }

    private static String line(Standing standing) {
        String name = standing.subject().name();
        if (standing.id().isEmpty()) {
            return "missing    " + name;
        }
        return (standing.guaranteed() ? "registered " : "unguarded  ") + name + " "
                + standing.id().getAsInt();
    }
}
