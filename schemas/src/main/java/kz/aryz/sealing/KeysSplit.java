package kz.aryz.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.aryz.id.SecretFile;
import kz.aryz.id.SecretFileException;
import kz.aryz.sealing.escrow.Share;
import kz.aryz.sealing.escrow.ShareText;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** {@code aryz keys split}: each private keyset of a directory shared out among holders, of whom any so many restore it. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = {
            "Shares each private keyset out among holders, of whom any so many together restore it.",
            "Each share is a text file to print, or to hand over and delete. Shares tell nothing while they are fewer"
                    + " than the threshold. A keyset that was rotated is shared out anew."
        })
public final class KeysSplit extends KeysAction {

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "URI",
            defaultValue = "${env:ARYZ_KEYS}",
            description = "Directory with the private keysets, as a path or a URI. Default: ARYZ_KEYS.")
    private String keys = "";

    @Option(names = "--shares", required = true, paramLabel = "N", description = "How many holders there are.")
    private int shares;

    @Option(
            names = "--threshold",
            required = true,
            paramLabel = "K",
            description = "How many of them restore a keyset; at least 2.")
    private int threshold;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the shares; made if it is not there.")
    private Path to = Path.of("");

    @Override
    int run() throws IOException {
        KeysetDirectory home = new KeysetDirectory(KeyLocation.parse(keys));
        List<Recipient> recipients =
                Arrays.stream(Recipient.values()).filter(home::holdsPrivate).toList();
        if (recipients.isEmpty()) {
            throw new SecretFileException("There is no private keyset in " + keys + ".");
        }
        for (Recipient recipient : recipients) {
            List<Share> made = Escrow.split(recipient, home.readPrivate(recipient), shares, threshold);
            write(made);
            say("%s: %d shares in %s, split %s; any %d restore the keyset."
                    .formatted(recipient, shares, to, made.getFirst().split().id(), threshold));
        }
        say("Give each holder one share of each keyset, and keep none: who has " + threshold + " has the keys.");
        return ExitCode.OK;
    }

    private void write(List<Share> made) throws IOException {
        Files.createDirectories(to);
        List<Path> written = new ArrayList<>();
        for (Share share : made) {
            Path file =
                    to.resolve("%s.share-%d-of-%d.txt".formatted(share.split().keyset(), share.number(), made.size()));
            SecretFile.create(file, ShareText.write(share));
            written.add(file);
        }
        requireReadable(made, written);
    }

    /** What cannot be read back has not been handed out. The medium may be one that knows neither owners nor modes. */
    static void requireReadable(List<Share> made, List<Path> written) {
        List<Share> read = written.stream().map(KeysRestore::read).toList();
        if (!read.equals(made)) {
            throw new SecretFileException("The shares on disk are not those that were made: split again.");
        }
    }
}
