package kz.aryz.system.journey;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Uses(SharedAryz.class)
class JourneyTest {

    private final SharedAryz aryz = SharedAryz.get();
    private final Client client = new Client(Endpoints.of(aryz.addresses()));
    private final Journeys journeys = new Journeys(client, PATIENCE);

    enum Service {
        INTAKE,
        TRIAGE,
        NOTIFIER;

        LocalServer in(SharedAryz aryz) {
            return switch (this) {
                case INTAKE -> aryz.processes().intake();
                case TRIAGE -> aryz.processes().triage();
                case NOTIFIER -> aryz.processes().notifier();
            };
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    static Stream<Arguments> channelsAndLanguages() {
        return Stream.of("WEB_FORM", "HOTLINE", "VISIT")
                .flatMap(channel -> Stream.of("kk", "ru", "en").map(language -> Arguments.of(channel, language)));
    }

    @ParameterizedTest
    @MethodSource("channelsAndLanguages")
    void aComplaintReachesAQueueAndTheCommissioner(String channel, String language) {
        Receipt receipt = journeys.submit(Complaints.torture(channel, language));

        journeys.awaitArrival(receipt);
    }

    @Test
    void aRepetitionWithTheSameKeyIsTheSameComplaint() {
        String key = UUID.randomUUID().toString();
        ObjectNode complaint = Complaints.torture("WEB_FORM", "ru");
        Receipt first = client.submit(complaint, key);

        Receipt second = client.submit(complaint, key);

        assertThat(second).isEqualTo(first);
        journeys.awaitArrival(first);
    }

    @Test
    void anotherComplaintUnderTheSameKeyIsAConflict() {
        String key = UUID.randomUUID().toString();
        client.submit(Complaints.torture("WEB_FORM", "ru"), key);

        assertThat(client.statusOf(Complaints.torture("WEB_FORM", "kk"), key)).isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource
    void aRestartInTheMiddleLosesNothing(Service service) {
        String key = UUID.randomUUID().toString();
        ObjectNode complaint = Complaints.torture("HOTLINE", "kk");
        Receipt before = client.submit(complaint, key);
        LocalServer server = service.in(aryz);
        server.stop(Duration.ofSeconds(15));

        server.startAndAwait(PATIENCE.multipliedBy(2));

        assertThat(client.submit(complaint, key)).isEqualTo(before);
        journeys.awaitArrival(before);
        journeys.awaitArrival(journeys.submit(Complaints.torture("VISIT", "en")));
    }

    @Test
    void aComplainantSeesThatTheComplaintMoves() {
        Receipt receipt = journeys.submit(Complaints.torture("WEB_FORM", "en"));

        await().atMost(PATIENCE).until(() -> client.state(receipt), state -> !state.equals("RECEIVED"));
    }
}
