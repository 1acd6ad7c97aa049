package kz.aryz.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.Variable;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.schema.Obligation;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsSettingsTest {
    private final CommonVariables common = new CommonVariables("triage-streams", "127.0.0.1", 8081);
    private final StreamsVariables variables = new StreamsVariables(common, 12);

    @TempDir
    private Path folder;

    @Test
    void everyVariableHasADefault() {
        assertThat(variables.instance(environment(Map.of())))
                .isEqualTo(
                        new StreamsInstance(Path.of("data/triage-streams"), Optional.empty(), 0, 1, Optional.empty()));
    }

    @Test
    void everyVariableIsRead() {
        Environment environment = environment(Map.of(
                "ARYZ_STATE_DIR", "/state",
                "ARYZ_INSTANCE_ID", "triage-1",
                "ARYZ_PEER_URL", "http://10.0.0.7:8081",
                "ARYZ_STANDBY_REPLICAS", "1",
                "ARYZ_STREAM_THREADS", "12"));

        assertThat(variables.instance(environment))
                .isEqualTo(new StreamsInstance(
                        Path.of("/state"),
                        Optional.of("triage-1"),
                        1,
                        12,
                        Optional.of(URI.create("http://10.0.0.7:8081"))));
    }

    @Test
    void anInstanceKeepsItsNameBesideItsStores() throws IOException {
        StreamsInstance instance = new StreamsInstance(folder, Optional.empty(), 0, 1, Optional.empty());
        StreamsInstance restarted = new StreamsInstance(folder, Optional.empty(), 0, 2, Optional.empty());

        assertThat(instance.name()).isNotBlank().isEqualTo(restarted.name());
    }

    @Test
    void kafkaReadsExactlyOnceAndAStaticMemberOutOfThem() throws IOException {
        StreamsConfig streams = new StreamsConfig(settings(Map.of("ARYZ_INSTANCE_ID", "triage-1")));

        assertThat(streams.getString("application.id")).isEqualTo("triage-streams");
        assertThat(streams.getString("processing.guarantee")).isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
        assertThat(streams.getBoolean("ensure.explicit.internal.resource.naming"))
                .isTrue();
        assertThat(streams.getMainConsumerConfigs("g", "c", 0))
                .containsEntry("group.instance.id", "triage-1-0")
                .containsEntry("isolation.level", "read_committed");
        assertThat(streams.getProducerConfigs("c"))
                .containsEntry("max.request.size", 4 * 1024 * 1024 + 64 * 1024)
                .containsEntry("enable.idempotence", true);
    }

    @Test
    void aTaskWaitsForABrokerThatIsAwayForAsLongAsItIs() throws IOException {
        StreamsConfig streams = new StreamsConfig(settings(Map.of()));

        assertThat(Duration.ofMillis(streams.getLong("task.timeout.ms"))).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void aCommitWaitsForABrokerThatIsAwayWhateverTheOperatorSaysOfOtherClients() throws IOException {
        Path kafkaFile = Files.writeString(folder.resolve("client.properties"), "max.block.ms=5000");
        StreamsConfig streams = new StreamsConfig(settings(Map.of("ARYZ_KAFKA_CONFIG", kafkaFile.toString())));

        assertThat(streams.getProducerConfigs("c").get("max.block.ms"))
                .asInstanceOf(InstanceOfAssertFactories.LONG)
                .isGreaterThan(Duration.ofDays(365).toMillis());
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8081, localhost:8081", "https://desk.example, desk.example:443", "http://a, a:80"})
    void othersReachTheStoresUnderTheAdvertisedAddress(String url, String hostAndPort) throws IOException {
        assertThat(settings(Map.of("ARYZ_ADVERTISED_URL", url))).containsEntry("application.server", hostAndPort);
    }

    @Test
    void orUnderOneOfTheirOwnWherePeopleComeThroughAProxy() throws IOException {
        Map<String, String> behindAProxy =
                Map.of("ARYZ_ADVERTISED_URL", "https://desk.example", "ARYZ_PEER_URL", "http://10.0.0.7:8081");

        assertThat(settings(behindAProxy)).containsEntry("application.server", "10.0.0.7:8081");
    }

    private Map<String, Object> settings(Map<String, String> texts) throws IOException {
        Environment environment = environment(texts);
        StreamsInstance read = variables.instance(environment);
        StreamsInstance instance = new StreamsInstance(folder, read.givenName(), 0, 1, read.peerUrl());
        Serializer<Obligation> none = (topic, obligation) -> new byte[0];
        DeadLetters deadLetters = new DeadLetters(Topics.TRIAGE_DEAD_LETTERS, (source, code) -> List.of(), none);
        return StreamsSettings.of(common.config(environment), instance, deadLetters);
    }

    private Environment environment(Map<String, String> texts) {
        List<Variable<?>> all =
                Stream.concat(common.all().stream(), variables.all().stream()).toList();
        return Environment.read(texts, all);
    }
}
