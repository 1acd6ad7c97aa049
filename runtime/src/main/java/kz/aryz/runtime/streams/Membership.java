package kz.aryz.runtime.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * As what an instance joined its group last: with which topology, under which address. Kept beside its stores.
 *
 * <p>A static member that comes back within the session timeout is handed the work it had. The broker goes by its name and
 * does not look at what it reads now: a source that the topology did not have before would be read by nobody until something
 * else moved the group, and the other instances would ask at an old address. So one that has changed must join anew.
 */
final class Membership {

    private static final String FILE = "joined-as";

    private final Path file;
    private final String self;
    private final Pattern threads;

    private Membership(Path file, String self, Pattern threads) {
        this.file = file;
        this.self = self;
        this.threads = threads;
    }

    /** Of the instance that the settings of the streams client describe. */
    static Membership of(Topology topology, Map<String, ?> settings) {
        StreamsConfig config = new StreamsConfig(settings);
        Path stateDir = Path.of(config.getString(StreamsConfig.STATE_DIR_CONFIG));
        String address = config.getString(StreamsConfig.APPLICATION_SERVER_CONFIG);
        Object name = settings.get(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        return new Membership(
                stateDir.resolve(FILE),
                address + '\n' + topology.describe(),
                Pattern.compile(Pattern.quote(String.valueOf(name)) + "-\\d+"));
    }

    /** Whether the instance is what it joined as. */
    boolean isUnchanged() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(self);
    }

    /** What the instance is now is what it joins as. */
    void keep() throws IOException {
        Files.writeString(Files.createDirectories(file.getParent()).resolve(FILE), self);
    }

    /** Whether a member of the group is a thread of this instance: the instance's name, a hyphen, a number. */
    boolean isThread(String groupInstanceId) {
        return threads.matcher(groupInstanceId).matches();
    }
}
