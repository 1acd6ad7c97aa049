package kz.aryz.sealing;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import kz.aryz.id.SecretFileException;
import kz.aryz.sealing.escrow.EscrowException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A subcommand of {@code aryz keys}: says what it did, or in a sentence why it could not. Never shows a key. */
abstract class KeysAction implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Does it, and returns the exit code. */
    abstract int run() throws IOException, InterruptedException, ExecutionException;

    @Override
    public final Integer call() throws IOException, InterruptedException, ExecutionException {
        try {
            return run();
        } catch (SecretFileException | EscrowException e) {
            complain(String.valueOf(e.getMessage()));
            return ExitCode.SOFTWARE;
        }
    }

    final void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    final void complain(String line) {
        spec.commandLine().getErr().println(line);
    }
}
