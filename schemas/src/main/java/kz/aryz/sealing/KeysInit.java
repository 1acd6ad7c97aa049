package kz.aryz.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.id.PermanentSecret;
import kz.aryz.id.SecretFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * {@code aryz keys init --to DIR}: a directory of keys for each service, holding just what that service may hold, and
 * the permanent secret, which is written last and so marks the set as complete.
 */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Make the keys of a new installation: a directory for each service, and the permanent secret.",
            "Nothing is ever overwritten; a complete set is left as it is."
        })
public final class KeysInit extends KeysAction {

    private static final Map<String, Set<Recipient>> PRIVATE_KEYS_OF = Map.of(
            "intake", Set.of(),
            "triage", Set.of(Recipient.TRIAGE),
            "notifier", Set.of(Recipient.COMMISSIONER));

    private static final String SECRET = "secret";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "Directory for the keys; made if it is not there.")
    private Path directory = Path.of("");

    @Override
    int run() {
        say(isComplete() ? directory + " holds keys already; they are left as they are." : create());
        return ExitCode.OK;
    }

    private boolean isComplete() {
        return Files.exists(directory.resolve(SECRET)) && services().allMatch(Files::isDirectory);
    }

    private String create() {
        requireNothingThere();
        Keysets keysets = Keysets.generate();
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, Set<Recipient>> service : PRIVATE_KEYS_OF.entrySet()) {
                Path home = directory.resolve(service.getKey());
                new KeysetDirectory(home).create(keysets.withPrivateKeysOf(service.getValue()));
            }
            PermanentSecret.create(directory.resolve(SECRET));
        } catch (IOException e) {
            throw new SecretFileException("Keys cannot be written to " + directory + ": check its owner and space.", e);
        }
        return "Keys written to " + directory
                + ". Keep a copy of it apart from the data: without the private keysets no "
                + "complaint can be read, and with them every one can.";
    }

    private void requireNothingThere() {
        Stream.concat(services(), Stream.of(directory.resolve(SECRET)))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(present -> {
                    throw new SecretFileException(("%s is there, but the set of keys in %s is not complete. Put back "
                                    + "what is missing; if no complaint was ever sealed with these keys, choose an "
                                    + "empty directory.")
                            .formatted(present, directory));
                });
    }

    private Stream<Path> services() {
        return PRIVATE_KEYS_OF.keySet().stream().sorted().map(directory::resolve);
    }
}
