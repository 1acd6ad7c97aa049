package kz.aryz.system.instances;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.schema.Submission;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.journey.Register;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One idempotency key is one complaint and one answer, whichever instance is asked and whatever becomes of it. */
@Uses(TwinAryz.class)
class IntakeInstancesTest {

    private static final int KEYS = 40;
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(15);

    private final TwinAryz aryz = TwinAryz.get();
    private final Twins intake = aryz.intake();
    private final Register register = new Register(aryz.addresses());
    private final Http http = new Http();
    private final Race race = new Race(http, intake);
    private final Set<String> earlier = complaints().keySet();

    @AfterEach
    void putBack() {
        http.close();
        intake.bothUp();
    }

    @Test
    void racingInstancesTakeOneComplaintPerKey() throws Exception {
        List<Heat> heats = race.run(KEYS, () -> {});

        assertThat(heats).allSatisfy(Heat::assertOneWinner);
        assertOneComplaintEach(heats);
    }

    @Test
    void instancesThatWereRestartedAnswerAsBefore() throws Exception {
        List<Heat> heats = race.run(KEYS, () -> {});
        intake.both().forEach(instance -> instance.server().stop(PATIENCE_TO_STOP));
        intake.bothUp();

        List<Heat> again = race.again(heats);

        assertThat(again).allSatisfy(Heat::assertOneWinner);
        assertThat(receipts(again)).isEqualTo(receipts(heats));
        assertOneComplaintEach(heats);
    }

    @Test
    void whoeverRepeatsAfterAnInstanceWasKilledIsAnsweredAsTheOthersAre() throws Exception {
        LocalServer victim = intake.second().server();

        List<Heat> heats = race.run(KEYS, () -> {
            victim.kill();
            intake.bothUp();
        });

        assertThat(heats).allSatisfy(Heat::assertOneWinner);
        assertThat(receipts(race.again(heats))).isEqualTo(receipts(heats));
        assertOneComplaintEach(heats);
    }

    private static Map<String, Set<JsonNode>> receipts(List<Heat> heats) {
        return heats.stream().collect(groupingBy(Heat::key, mapping(Heat::receipt, toSet())));
    }

    /** A complaint may be there twice, where nobody knew whether the first time was safe; then it is the same one. */
    private void assertOneComplaintEach(List<Heat> heats) {
        Map<String, Set<String>> numbersOfNew = complaints();
        numbersOfNew.keySet().removeAll(earlier);
        assertThat(numbersOfNew.values())
                .allSatisfy(numbers -> assertThat(numbers).hasSize(1));
        assertThat(numbersOfNew.values().stream().flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(
                        heats.stream().map(Heat::complaintNumber).toList());
    }

    /** The numbers of every complaint that was taken in; by its id. */
    private Map<String, Set<String>> complaints() {
        return register.submissions().stream()
                .collect(groupingBy(
                        submission -> submission.getHeader().getComplaintId(),
                        mapping(IntakeInstancesTest::number, toSet())));
    }

    private static String number(Submission submission) {
        return submission.getComplaintReceived().getComplaintNumber();
    }
}
