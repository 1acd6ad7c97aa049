package kz.aryz.quickstart.up;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.quickstart.process.LocalRegistry;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * The broker and the registry of an Aryz on this machine, without its services: on ports that nobody knows, and the broker
 * lets nobody in but its administrator.
 */
public final class LocalLog implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DataFolder folder;
    private final BrokerLock lock;
    private final LocalKafka kafka;
    private final LocalRegistry registry;
    private final Crew crew = new Crew();

    private LocalLog(DataFolder folder) {
        Installation installation = Installation.find();
        Addresses addresses = Addresses.free();
        Path root = folder.root();
        Path logs = root.resolve("logs");
        this.folder = folder;
        this.lock = new BrokerLock(root.resolve("principals"));
        this.kafka = new LocalKafka(
                installation,
                root.resolve("kafka"),
                logs,
                addresses.kafka(),
                addresses.controller(),
                Optional.of(lock));
        this.registry = new LocalRegistry(installation, root.resolve("registry"), logs, addresses.registry());
    }

    /**
     * Starts both on a folder of data, which is made if it is not there, and returns when they answer.
     *
     * @throws UpException if an Aryz runs on the folder
     */
    public static LocalLog start(Path data) {
        LocalLog log = new LocalLog(DataFolder.take(data));
        try {
            log.crew.start(log.kafka);
            log.crew.start(log.registry);
            log.kafka.awaitReady(PATIENCE);
            log.registry.awaitReady(PATIENCE);
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** Properties of the administrator's Kafka clients. */
    public Map<String, Object> clients() {
        Map<String, Object> clients = new HashMap<>(lock.administrator());
        clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        return clients;
    }

    /** Address of the registry. */
    public URI registry() {
        return registry.address();
    }

    /** Stops both, and gives the folder back. A second time does nothing. */
    @Override
    public void close() {
        crew.stop();
        folder.close();
    }
}
