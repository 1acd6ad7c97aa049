package kz.aryz.quickstart.up;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.PortOffset;
import kz.aryz.quickstart.process.BrokerLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz up}: runs everything on this machine until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a Kafka broker, a schema registry, a mail server and the three services on this machine.",
            "Ctrl-C stops them. With ARYZ_SMTP_URL set, mails go there and no mail server is started.",
            "Staff sign in, with accounts of a demonstration, and the broker lets nobody in without a password."
        })
public final class UpCommand implements Callable<Integer> {

    /** Longer than processes take whose starter was killed. */
    private static final Duration PATIENCE_WITH_THE_LAST_RUN = Duration.ofSeconds(15);

    @Mixin
    private PortOffset ports = new PortOffset();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of everything that Aryz keeps. Default: ./data.")
    private Path data = Path.of("data");

    @Option(
            names = "--open",
            description = "Ask nobody who they are: every program on this machine sees what staff see, reads and writes"
                    + " every topic. Nothing that is sealed can be opened then.")
    private boolean open;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        long begin = System.nanoTime();
        Addresses addresses = ports.addresses();
        try (DataFolder folder = DataFolder.take(data)) {
            requireFreePorts(addresses, folder);
            return run(addresses, folder, begin);
        }
    }

    private void requireFreePorts(Addresses addresses, DataFolder folder) {
        if (folder.leftBehind()) {
            say("The last Aryz on this folder was not stopped in order. What was acknowledged is safe; going on.");
        }
        new PortCheck(ports(addresses)).requireFree(folder.leftBehind() ? PATIENCE_WITH_THE_LAST_RUN : Duration.ZERO);
    }

    private Map<String, Integer> ports(Addresses addresses) {
        Map<String, Integer> needed = addresses.ports();
        if (!open) {
            needed.put("the identity provider", addresses.identityProvider());
        }
        return needed;
    }

    private int run(Addresses addresses, DataFolder folder, long begin) {
        Optional<String> smtp = Optional.ofNullable(System.getenv("ARYZ_SMTP_URL"));
        Protection protection = protection(folder.root());
        try (LocalAryz aryz = new LocalAryz(folder.root(), addresses, smtp, protection, Map.of(), line -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(aryz, folder), "aryz-stop"));
            say("Starting Aryz; its logs are in " + folder.root().resolve("logs"));
            aryz.start();
            announce(addresses, smtp, protection.lock(), Duration.ofNanos(System.nanoTime() - begin));
            say(aryz.awaitEnd());
        }
        return ExitCode.SOFTWARE;
    }

    /** Everybody says who they are, to the broker and to the services, unless it was asked for that nobody does. */
    Protection protection(Path root) {
        return open ? Protection.NONE : new Protection(Optional.of(BrokerLock.in(root)), true);
    }

    private static void stop(LocalAryz aryz, DataFolder folder) {
        aryz.close();
        folder.close();
    }

    private void announce(Addresses addresses, Optional<String> smtp, Optional<BrokerLock> lock, Duration taken) {
        say("Public form     " + addresses.intakeUrl());
        say("Clerks          " + staffs(addresses.intakeUrl()) + "/clerk");
        say("Investigators   " + staffs(addresses.triageUrl()));
        say("Commissioner    " + staffs(addresses.notifierUrl()));
        if (!open) {
            say("Sign-in         " + addresses.issuer() + "   (its page shows the accounts)");
        }
        say("Kafka           " + addresses.bootstrapServers()
                + lock.map(own -> "   (locked; sign in with a file of " + own.principals() + ")")
                        .orElse(""));
        say("Schema registry " + addresses.registryUrl());
        say("Mail server     "
                + smtp.map(UpCommand::withoutPassword)
                        .orElseGet(() -> addresses.smtpUrl() + "   (./aryz mail shows what came)"));
        if (open) {
            say(
                    "Open to all     Whoever reaches %d, %d and %d sees what staff see; without --open they are asked who they are."
                            .formatted(addresses.triage(), addresses.notifier(), addresses.kafka()));
        }
        say("Aryz is ready (%.1f s)".formatted(taken.toMillis() / 1000.0));
    }

    /** A mail server's address without what the server knows us by. */
    static String withoutPassword(String smtp) {
        return smtp.replaceFirst("//.*@", "//");
    }

    private URI staffs(URI address) {
        return open ? address : Addresses.byName(address);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
