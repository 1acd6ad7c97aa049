package kz.aryz.quickstart.up;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.topic.Principal;
import picocli.CommandLine;

/** Brings an empty or older Kafka and registry to what this version wants. Repeatable. */
public final class Setup {

    private final Consumer<String> out;
    private final Optional<BrokerLock> lock;

    /** @param out what is worth telling goes there, line by line */
    public Setup(Consumer<String> out) {
        this(out, Optional.empty());
    }

    /**
     * @param out what is worth telling goes there, line by line
     * @param lock that of the broker, if it has one
     */
    public Setup(Consumer<String> out, Optional<BrokerLock> lock) {
        this.out = out;
        this.lock = lock;
    }

    /** Passwords, topics, schemas, then reference data. */
    public void upgrade(String bootstrapServers, URI registry) {
        principals(bootstrapServers);
        topics(bootstrapServers);
        schemas(registry);
        reference(bootstrapServers, registry);
    }

    /** Makes keys and the permanent secret where there are none, and the broker has nothing that was sealed with others. */
    public void keys(Path folder, String bootstrapServers) {
        runAs(
                Principal.ADMINISTRATOR,
                "keys",
                "init",
                "--unless-sealed",
                "--to",
                folder.toString(),
                "--bootstrap-server",
                bootstrapServers);
    }

    /** Gives everybody a password who has none; nothing where the broker asks for none. */
    public void principals(String bootstrapServers) {
        lock.ifPresent(own -> runAs(
                Principal.ADMINISTRATOR,
                "principals",
                "apply",
                "--loopback",
                "--to",
                own.principals().toString(),
                "--bootstrap-server",
                bootstrapServers));
    }

    /** Makes the topics, and grants them; what may not be lost is on disk before it is acknowledged. */
    public void topics(String bootstrapServers) {
        runAs(Principal.ADMINISTRATOR, "topics", "apply", "--flush", "--bootstrap-server", bootstrapServers);
    }

    /** Registers the schemas. */
    public void schemas(URI registry) {
        run("schemas", "apply", "--registry", registry.toString());
    }

    /** Publishes the reference data, unless somebody chose another, and lets units read the queues that came with it. */
    public void reference(String bootstrapServers, URI registry) {
        runAs(
                Principal.OPERATOR,
                "reference",
                "apply",
                "--unless-chosen",
                "--flush",
                "--bootstrap-server",
                bootstrapServers,
                "--registry",
                registry.toString());
        lock.ifPresent(own -> topics(bootstrapServers));
    }

    private void runAs(Principal principal, String... arguments) {
        Stream<String> signIn = lock.stream()
                .flatMap(own -> Stream.of("--config", own.file(principal).path().toString()));
        run(Stream.concat(Stream.of(arguments), signIn).toArray(String[]::new));
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
