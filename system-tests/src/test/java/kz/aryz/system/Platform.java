package kz.aryz.system;

import static kz.aryz.system.Patience.PATIENCE;

import java.net.URI;
import java.nio.file.Path;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.quickstart.process.LocalRegistry;

/** One broker and one registry. Tests that hurt a broker start their own. */
public final class Platform implements AutoCloseable {

    private final Path folder;
    private final LocalKafka kafka;
    private final LocalRegistry registry;

    private Platform(Installation installation, Path folder) {
        this.folder = folder;
        this.kafka = LocalKafka.onFreePorts(installation, folder);
        this.registry = LocalRegistry.onFreePort(installation, folder);
    }

    /** The shared platform. */
    public static Platform shared() {
        return OneAtATime.get(Platform.class, Platform::start);
    }

    /** A new one in the folder. */
    public static Platform start(Path folder) {
        Platform platform = new Platform(Installation.find(), folder);
        platform.kafka.start();
        platform.registry.start();
        platform.kafka.awaitReady(PATIENCE);
        platform.registry.awaitReady(PATIENCE);
        return platform;
    }

    /** What Kafka clients connect to. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Value of {@code SCHEMA_REGISTRY_URL}. */
    public URI registry() {
        return registry.address();
    }

    /** Address of Confluent's protocol on the same registry. */
    public URI confluentRegistry() {
        return registry.confluentAddress();
    }

    /** Where its data and logs lie. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
