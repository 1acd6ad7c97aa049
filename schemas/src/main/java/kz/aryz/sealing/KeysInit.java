package kz.aryz.sealing;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.id.PermanentSecret;
import kz.aryz.id.SecretFileException;
import kz.aryz.topic.KafkaOptions;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
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
            "Nothing is ever overwritten; a complete set is left as it is. With --unless-sealed it exits with 1 where there is"
                    + " none, and brokers have what was sealed with one."
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

    @Option(
            names = "--unless-sealed",
            description =
                    "Ask the brokers first: where anything was ever sealed, new keys open nothing of it, and with a new"
                            + " secret no receipt key is known.")
    private boolean unlessSealed;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Override
    int run() throws IOException, InterruptedException, ExecutionException {
        say(isComplete() ? directory + " holds keys already; they are left as they are." : create());
        return ExitCode.OK;
    }

    private boolean isComplete() {
        return Files.exists(directory.resolve(SECRET)) && services().allMatch(Files::isDirectory);
    }

    private String create() throws IOException, InterruptedException, ExecutionException {
        requireNothingThere();
        if (unlessSealed) {
            requireNothingSealed();
        }
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

    private void requireNothingSealed() throws IOException, InterruptedException, ExecutionException {
        try (Admin admin = kafka.admin()) {
            if (isAnythingSealed(admin)) {
                throw new SecretFileException(
                        ("No keys are in %1$s, and these brokers have what was sealed with some. Put"
                                        + " them there, with the permanent secret: with new ones nothing of it is opened, no receipt"
                                        + " key is known, and what is sent again is another complaint. Only if they are lost for"
                                        + " good: aryz keys init --to %1$s")
                                .formatted(directory));
            }
        }
    }

    /** A log has the end that it ever had, whatever became of its records. */
    private static boolean isAnythingSealed(Admin admin) throws InterruptedException, ExecutionException {
        if (!admin.listTopics().names().get().contains(Topics.KEYS.name())) {
            return false;
        }
        Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, Topics.KEYS.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.KEYS.name(), partition))
                .collect(toMap(partition -> partition, x -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream().anyMatch(end -> end.offset() > 0);
    }

    private Stream<Path> services() {
        return PRIVATE_KEYS_OF.keySet().stream().sorted().map(directory::resolve);
    }
}
