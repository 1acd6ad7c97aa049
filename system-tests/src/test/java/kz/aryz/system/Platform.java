package kz.aryz.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.quickstart.process.LocalRegistry;

/**
 * One broker and one registry for all tests of this JVM, started when the first test asks and gone with the JVM. Tests
 * that hurt a broker start their own.
 */
public final class Platform {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

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
        return Shared.PLATFORM;
    }

    private static Platform start() {
        Platform platform = new Platform(Installation.find(), newFolder());
        platform.kafka.start();
        platform.registry.start();
        platform.kafka.awaitReady(PATIENCE);
        platform.registry.awaitReady(PATIENCE);
        return platform;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/platform")), "run-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static final class Shared {

        static final Platform PLATFORM = start();
    }
}
