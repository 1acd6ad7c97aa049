package kz.aryz.quickstart;

import java.util.logging.Level;
import java.util.logging.Logger;
import kz.aryz.principal.PrincipalsCommand;
import kz.aryz.quickstart.demo.DemoCommand;
import kz.aryz.quickstart.mail.MailCommand;
import kz.aryz.quickstart.signin.TokenCommand;
import kz.aryz.quickstart.up.UpCommand;
import kz.aryz.reference.ReferenceCommand;
import kz.aryz.registry.SchemasCommand;
import kz.aryz.sealing.KeysCommand;
import kz.aryz.topic.TopicsCommand;
import kz.aryz.triage.deadletter.DeadLettersCommand;
import kz.aryz.triage.decision.ClassifyCommand;
import kz.aryz.triage.decision.RouteCommand;
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
            TopicsCommand.class,
            PrincipalsCommand.class,
            SchemasCommand.class,
            ReferenceCommand.class,
            KeysCommand.class,
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
        return new CommandLine(new Aryz()).setExecutionExceptionHandler(Aryz::explain);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof Explained) {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
