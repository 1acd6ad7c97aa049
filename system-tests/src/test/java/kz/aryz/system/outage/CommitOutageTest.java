package kz.aryz.system.outage;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.aryz.quickstart.process.Installation;
import kz.aryz.quickstart.process.LocalKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The broker falls silent during a commit, for longer than clients wait. */
class CommitOutageTest {

    private static final Duration SILENCE = Duration.ofSeconds(8);

    /**
     * Clients wait for less than the silence, instead of a minute, and the broker for more before it gives a transaction up.
     * One record is one transaction, so that others wait in the client while it is committed.
     */
    private static final String SETTINGS = """
            max.block.ms=2000
            max.poll.records=1
            commit.interval.ms=1
            producer.transaction.timeout.ms=60000
            """;

    @TempDir
    private static Path folder;

    private static LocalKafka broker;

    @BeforeAll
    static void start() {
        broker = LocalKafka.onFreePorts(Installation.find(), folder);
        broker.startAndAwait(PATIENCE);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    void costsNothing(Moment moment) throws Exception {
        Requests requests = new Requests(broker.bootstrapServers(), "counting-" + moment);
        try (Silence silence = new Silence(broker);
                Counting counting = counting(requests, silence)) {
            requests.send(50);
            silence.beginsAt(moment);
            assertThat(silence.hasBegunWithin(PATIENCE)).isTrue();

            await().pollDelay(SILENCE).atMost(PATIENCE).until(() -> true);
            silence.end();

            requests.send(1);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(requests.answers()).containsExactlyInAnyOrderElementsOf(requests.expected(52)));
            assertThat(counting.threads()).containsExactly(Map.entry("1", "RUNNING"));
            assertThat(counting.failures()).isEmpty();
        }
    }

    private static Counting counting(Requests requests, Silence silence) throws Exception {
        requests.makeTopics();
        Path stateDir = Files.createDirectories(folder.resolve(requests.counting()));
        Path settings = Files.writeString(stateDir.resolve("kafka"), SETTINGS);
        Counting counting = new Counting(requests, settings, stateDir, silence);
        counting.start();
        requests.send(1);
        await().atMost(PATIENCE).until(() -> requests.answers().containsAll(requests.expected(1)));
        return counting;
    }
}
