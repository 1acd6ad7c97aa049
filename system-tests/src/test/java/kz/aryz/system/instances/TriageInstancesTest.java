package kz.aryz.system.instances;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import kz.aryz.system.Http;
import kz.aryz.system.Http.Answer;
import kz.aryz.system.Uses;
import kz.aryz.system.journey.Complaints;
import kz.aryz.system.journey.Register;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Either instance shows the queues as they are, or says that something may be missing. */
@Uses(TwinAryz.class)
class TriageInstancesTest {

    private static final int COMPLAINTS = 60;

    private final TwinAryz aryz = TwinAryz.get();
    private final Twins triage = aryz.triage();
    private final Register register = new Register(aryz.addresses());
    private final Http http = new Http();
    private Queues queues = Queues.onTopics(List.of());

    /** Of several units and priorities. */
    @BeforeAll
    static void complaintsComeIn() throws IOException {
        try (Http http = new Http()) {
            for (int number = 0; number < COMPLAINTS; number++) {
                assertThat(http.post(
                                        TwinAryz.get().intake().first().resolve("/api/v1/complaints"),
                                        complaint(number).toString(),
                                        Map.of())
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    private static ObjectNode complaint(int number) {
        ObjectNode complaint = Complaints.torture("HOTLINE", "kk");
        complaint.put("ongoing", number % 3 == 0);
        complaint.put("incidentTo", number % 3 == 1 ? "2022-01-06" : "2199-01-01");
        if (number % 2 == 0) {
            complaint.put("regionCode", "KZ-10");
        }
        if (number % 5 == 0) {
            complaint.remove("consents");
        }
        return complaint;
    }

    @BeforeEach
    void awaitAll() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            queues = Queues.onTopics(register.queueItems());
            assertThat(queues.counts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(register.submissions().stream()
                            .map(submission -> submission.getHeader().getComplaintId())
                            .distinct()
                            .count());
        });
        triage.both().forEach(this::awaitWhole);
    }

    @AfterEach
    void putBack() {
        triage.bothUp();
        http.close();
    }

    @Test
    void eitherInstanceListsEveryQueueOnceAndInTheOrderOfWork() {
        assertThat(queues.complaints()).hasSizeGreaterThan(1);

        assertThat(listedBy(triage.first())).isEqualTo(queues);
        assertThat(listedBy(triage.second())).isEqualTo(queues);
    }

    @Test
    void theLargestPageIsWhole() {
        for (Instance instance : triage.both()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Answer page = http.get(instance.resolve("/api/v1/queues/PROS.SPECIAL?limit=500"));

                assertThat(page.body().path("partial").isBoolean()).isTrue();
                assertThat(page.body().path("partial").booleanValue()).isFalse();
            });
        }
    }

    @Test
    void eitherInstanceCountsEveryQueue() {
        assertThat(countedBy(triage.first())).isEqualTo(queues.counts());
        assertThat(countedBy(triage.second())).isEqualTo(queues.counts());
    }

    /** The first lists that call themselves whole: at one stall of the other instance, something may be missing. */
    private Queues listedBy(Instance instance) {
        return await().atMost(PATIENCE).until(() -> Queues.listedBy(http, instance), Queues::whole);
    }

    /** Likewise. */
    private Map<String, Integer> countedBy(Instance instance) {
        return await().atMost(PATIENCE)
                .until(() -> Queues.countedBy(http, instance), Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void whileAnInstanceIsDeadTheOtherShowsAllOrSaysThatItDoesNot() {
        triage.second().server().kill();

        assertThat(looksAt(triage.first())).isFalse();
        awaitWholeAndNeverShort(triage.first());
    }

    @Test
    void whileAnInstanceComesBackBothShowAllOrSayThatTheyDoNot() {
        triage.second().server().kill();
        awaitWholeAndNeverShort(triage.first());

        triage.second().server().start();

        IntStream.range(0, 2).forEach(again -> triage.both().forEach(this::awaitWholeAndNeverShort));
        triage.bothUp();
        triage.both().forEach(this::awaitWholeAndNeverShort);
    }

    private void awaitWholeAndNeverShort(Instance instance) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> looksAt(instance));
    }

    /** Whether the instance shows all that there is, and says so; fails where it says so and does not. */
    private boolean looksAt(Instance instance) {
        Queues listed = Queues.listedBy(http, instance);
        Optional<Map<String, Integer>> counted = Queues.countedBy(http, instance);
        if (listed.whole()) {
            assertThat(listed).isEqualTo(queues);
        }
        counted.ifPresent(counts -> assertThat(counts).isEqualTo(queues.counts()));
        return listed.whole() && counted.isPresent();
    }

    /** Until here nothing is promised: complaints may just have come in. */
    private void awaitWhole(Instance instance) {
        Callable<Boolean> whole = () -> Queues.listedBy(http, instance).equals(queues);
        await().atMost(PATIENCE).until(whole);
    }
}
