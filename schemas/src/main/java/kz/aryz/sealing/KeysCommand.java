package kz.aryz.sealing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz keys}: the keysets of an installation. */
@Command(name = "keys", description = "Keysets and the permanent secret.", subcommands = KeysCommand.Init.class)
public final class KeysCommand {

    /** {@code aryz keys init}: makes them, once. */
    @Command(name = "init", description = "Makes the keysets of a new installation; never overwrites.")
    static final class Init implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Option(names = "--to", required = true, description = "Directory to make them in.")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private Path to;

        @Override
        public Integer call() throws IOException, GeneralSecurityException {
            try {
                new KeyMaker(to).make();
            } catch (FileAlreadyExistsException e) {
                err().println("There are keys in " + to + " already; they were left as they are.");
                return 1;
            }
            spec.commandLine().getOut().println("Keys made in " + to + ". Back them up apart from the data.");
            return 0;
        }

        private PrintWriter err() {
            return spec.commandLine().getErr();
        }
    }
}
