package kz.aryz.system.schemas;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalRegistry;
import kz.aryz.registry.RegistryAddress;
import kz.aryz.registry.SchemaRegistry;
import kz.aryz.registry.Subject;
import kz.aryz.registry.SubjectRegistrar;
import kz.aryz.schema.ComplaintState;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.serde.RegistryUnavailableException;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A missing registry does not close the door to those who have been through it before. */
class RegistryOutageTest {

    private static final String TOPIC = Topics.STATUS.name();
    private static final ComplaintStatus STATUS = ComplaintStatus.newBuilder()
            .setComplaintId("c")
            .setState(ComplaintState.RECEIVED)
            .setReceivedAt(Instant.ofEpochMilli(1))
            .setUpdatedAt(Instant.ofEpochMilli(2))
            .setNextStep("REGISTRATION")
            .build();

    @TempDir
    private Path folder;

    @Test
    void aServiceThatStartsDuringAnOutageWritesAndReadsWithTheIdsOnDisk() throws Exception {
        try (LocalRegistry registry = LocalRegistry.onFreePort(Installation.find(), folder)) {
            registry.startAndAwait(PATIENCE);
            register(registry);
            byte[] before = written(registry, folder.resolve("ids"));
            read(registry, folder.resolve("ids"), before);
            registry.kill();

            assertThat(written(registry, folder.resolve("ids"))).isEqualTo(before);
            assertThat(read(registry, folder.resolve("ids"), before)).isEqualTo(STATUS);
            assertThatThrownBy(() -> written(registry, folder.resolve("empty")))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThatThrownBy(() -> read(registry, folder.resolve("empty"), before))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    private static void register(LocalRegistry registry) throws IOException {
        try (SchemaRegistry client = new SchemaRegistry(new RegistryAddress(registry.address()))) {
            new SubjectRegistrar(client).apply(Subject.of(List.of(Topics.STATUS)));
        }
    }

    /** By a process that has asked nothing yet. */
    private static byte[] written(LocalRegistry registry, Path cache) {
        try (AvroSerdes serdes = serdes(registry, cache)) {
            return serdes.serializer(Topics.STATUS).serialize(TOPIC, STATUS);
        }
    }

    private static ComplaintStatus read(LocalRegistry registry, Path cache, byte[] record) {
        try (AvroSerdes serdes = serdes(registry, cache)) {
            return serdes.deserializer(Topics.STATUS).deserialize(TOPIC, record);
        }
    }

    private static AvroSerdes serdes(LocalRegistry registry, Path cache) {
        Map<String, String> config = new HashMap<>();
        config.put(AvroSerdes.REGISTRY, registry.address().toString());
        config.put(AvroSerdes.CACHE, cache.toString());
        return AvroSerdes.from(config);
    }
}
