package kz.aryz.quickstart.up;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import kz.aryz.quickstart.Aryz;
import picocli.CommandLine;

/** Brings an empty or older Kafka and registry to what this version wants. Repeatable. */
public final class Setup {

    private final Consumer<String> out;

    /** @param out what is worth telling goes there, line by line */
    public Setup(Consumer<String> out) {
        this.out = out;
    }

    /** Topics, schemas, then reference data. */
    public void upgrade(String bootstrapServers, URI registry) {
        topics(bootstrapServers);
        schemas(registry);
        reference(bootstrapServers, registry);
    }

    /** Makes keys and the permanent secret where there are none. */
    public void keys(Path folder) {
        run("keys", "init", "--to", folder.toString());
    }

    /** Makes the topics; what may not be lost is on disk before it is acknowledged. */
    public void topics(String bootstrapServers) {
        run("topics", "apply", "--flush", "--bootstrap-server", bootstrapServers);
    }

    /** Registers the schemas. */
    public void schemas(URI registry) {
        run("schemas", "apply", "--registry", registry.toString());
    }

    /** Publishes the reference data. */
    public void reference(String bootstrapServers, URI registry) {
        run("reference", "apply", "--flush", "--bootstrap-server", bootstrapServers, "--registry", registry.toString());
    }

    private void run(String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        CommandLine command = Aryz.commandLine().setOut(writer).setErr(writer);
        if (command.execute(arguments) != 0) {
            throw new UpException("aryz " + arguments[0] + " " + arguments[1] + " failed: " + output);
        }
        output.toString().lines().filter(line -> !line.startsWith("unchanged")).forEach(out);
    }
}
