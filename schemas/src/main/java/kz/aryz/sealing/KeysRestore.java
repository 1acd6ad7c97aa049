package kz.aryz.sealing;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.aryz.id.SecretFileException;
import kz.aryz.sealing.escrow.EscrowException;
import kz.aryz.sealing.escrow.Share;
import kz.aryz.sealing.escrow.ShareText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aryz keys restore}: a private keyset from shares of it. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a private keyset together from shares of it, as text files or typed in from paper.",
            "Writes it only where it goes with the public keyset in the same directory, never over another one, and"
                    + " shows nothing of it."
        })
public final class KeysRestore extends KeysAction {

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URI",
            description = "Directory with the public keysets, as a path or a URI, in which the private one is missing.")
    private String to = "";

    @Parameters(arity = "1..*", paramLabel = "SHARE", description = "Files with shares of one keyset.")
    private List<Path> files = new ArrayList<>();

    @Override
    int run() throws IOException {
        KeysetDirectory home = new KeysetDirectory(KeyLocation.parse(to));
        List<Share> shares = new ArrayList<>();
        for (Path file : files) {
            shares.add(read(file));
        }
        KeysetHandle keyset = Escrow.restore(shares);
        Recipient recipient = recipient(shares.getFirst().split().keyset());
        home.requirePair(recipient, keyset);
        home.createPrivate(recipient, keyset);
        say("The private keyset of %s is restored as %s, and goes with the public one beside it."
                .formatted(recipient, home.privateFile(recipient)));
        return ExitCode.OK;
    }

    /** The share in a file, whoever else may read it. */
    static Share read(Path file) {
        try {
            return ShareText.read(Files.readString(file));
        } catch (EscrowException e) {
            throw new SecretFileException(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new SecretFileException(file + " cannot be read: check its name and its owner.");
        }
    }

    private static Recipient recipient(String keyset) {
        try {
            return Recipient.valueOf(keyset);
        } catch (IllegalArgumentException e) {
            throw new SecretFileException("The shares are of a keyset that this version does not know: " + keyset);
        }
    }
}
