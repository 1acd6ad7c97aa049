package kz.aryz.quickstart;

import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import kz.aryz.backup.BackupException;
import kz.aryz.chain.VerifyCommand;
import kz.aryz.principal.PrincipalsCommand;
import kz.aryz.quickstart.backup.BackupCommand;
import kz.aryz.quickstart.backup.RestoreCommand;
import kz.aryz.quickstart.demo.DemoCommand;
import kz.aryz.quickstart.mail.MailCommand;
import kz.aryz.quickstart.signin.TokenCommand;
import kz.aryz.quickstart.up.UpCommand;
import kz.aryz.reference.ReferenceCommand;
import kz.aryz.registry.RegistryAwayException;
import kz.aryz.registry.SchemasCommand;
import kz.aryz.sealing.KeysCommand;
import kz.aryz.shredding.ShredCommand;
import kz.aryz.topic.TopicsCommand;
import kz.aryz.triage.deadletter.DeadLettersCommand;
import kz.aryz.triage.decision.ClassifyCommand;
import kz.aryz.triage.decision.RouteCommand;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code aryz}: every module's commands under one name. */
@Command(
        name = "aryz",
        mixinStandardHelpOptions = true,
        description = "Complaint intake for allegations of torture and abuse of power in custody.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            MailCommand.class,
            TokenCommand.class,
            UpgradeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            TopicsCommand.class,
            PrincipalsCommand.class,
            SchemasCommand.class,
            ReferenceCommand.class,
            KeysCommand.class,
            ShredCommand.class,
            VerifyCommand.class,
            ClassifyCommand.class,
            RouteCommand.class,
            DeadLettersCommand.class
        })
public final class Aryz {

    private Aryz() {}

    /** Runs the command that the arguments name and exits with its code. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "kz/aryz/quickstart/logback.xml");
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, for those who run a command within their own process. */
    public static CommandLine commandLine() {
        return versioned(new CommandLine(new Aryz())).setExecutionExceptionHandler(Aryz::explain);
    }

    private static CommandLine versioned(CommandLine command) {
        String version = Aryz.class.getPackage().getImplementationVersion();
        command.getCommandSpec().version("aryz " + Objects.requireNonNullElse(version, "as compiled, not packaged"));
        command.getSubcommands().values().forEach(Aryz::versioned);
        return command;
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        Optional<String> explanation = explanation(failure);
        if (explanation.isEmpty()) {
            throw failure;
        }
        command.getErr().println(explanation.get());
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static Optional<String> explanation(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> said(cause).stream())
                .findFirst();
    }

    private static Optional<String> said(Throwable cause) {
        if (cause instanceof Explained || cause instanceof BackupException) {
            return Optional.ofNullable(cause.getMessage());
        }
        if (cause instanceof TimeoutException) {
            return Optional.of("No broker answered in time: " + cause.getMessage() + ". On this machine './aryz up'"
                    + " starts one; one elsewhere is named with --bootstrap-server or KAFKA_BOOTSTRAP_SERVERS. A locked"
                    + " one is silent to whoever does not sign in: --config or ARYZ_KAFKA_CONFIG names the properties,"
                    + " here a file of data/principals.");
        }
        if (cause instanceof RegistryAwayException) {
            return Optional.of(cause.getMessage() + ". On this machine './aryz up' starts one; one elsewhere is named"
                    + " with --registry or SCHEMA_REGISTRY_URL.");
        }
        return Optional.empty();
    }
}
