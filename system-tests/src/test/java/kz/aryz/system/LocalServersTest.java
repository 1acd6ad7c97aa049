package kz.aryz.system;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kz.aryz.quickstart.process.FreePort;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.quickstart.process.NotReadyException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Uses(Platform.class)
class LocalServersTest {

    @TempDir
    private Path folder;

    @Test
    void aBrokerThatWasKilledComesBackWithWhatItHad() throws Exception {
        try (LocalKafka kafka = LocalKafka.onFreePorts(Installation.find(), folder)) {
            kafka.startAndAwait(PATIENCE);
            createTopic(kafka, "kept");
            kafka.kill();
            assertThat(kafka.isAlive()).isFalse();

            kafka.startAndAwait(PATIENCE);

            assertThat(topics(kafka)).contains("kept");
        }
    }

    @Test
    void aServerThatEndsWhileStartingSaysWhereItsLogIs() throws Exception {
        int taken = portOf(Platform.shared().bootstrapServers());
        Path logs = folder.resolve("logs");
        try (LocalServer kafka =
                new LocalKafka(Installation.find(), folder.resolve("data"), logs, FreePort.find(), taken)) {
            assertThatThrownBy(() -> kafka.startAndAwait(PATIENCE))
                    .isInstanceOf(NotReadyException.class)
                    .hasMessageContaining(logs.toString());
        }
        assertThat(Files.readString(logs.resolve("kafka.log"))).contains("in use");
    }

    @Test
    void nobodyChangesHowTheRegistryWorksOrTakesAwayWhatItHas() throws Exception {
        URI registry = Platform.shared().registry();

        try (Http http = new Http()) {
            assertThat(http.get(URI.create(registry + "/system/info")).status()).isEqualTo(200);
            assertThat(http.get(URI.create(registry + "/admin/config/properties"))
                            .status())
                    .isEqualTo(404);
            assertThat(http.get(URI.create(registry + "/admin/export")).status())
                    .isEqualTo(404);
        }
    }

    private static int portOf(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private static void createTopic(LocalKafka kafka, String name) throws Exception {
        try (Admin admin = admin(kafka)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Iterable<String> topics(LocalKafka kafka) throws Exception {
        try (Admin admin = admin(kafka)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(LocalKafka kafka) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
    }
}
