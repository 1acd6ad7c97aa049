package kz.aryz.notifier.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.aryz.id.DeterministicId;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Priority;
import org.junit.jupiter.api.Test;

class HeldRegisterTest {

    private final HeldComplaint first = held(1);
    private final HeldComplaint second = held(2);
    private final HeldComplaint third = held(3);
    private final HeldComplaint fourth = held(4);

    @Test
    void showsFirstWhatTheOfficeIsToldOfFirstAcrossInstances() {
        HeldRegister register = register(
                2, List.of(knowing(third, first).on(0), knowing(fourth, second).on(1)));

        assertThat(all(register, 50)).containsExactly(first, second, third, fourth);
    }

    @Test
    void losesAndRepeatsNothingFromPageToPage() {
        HeldRegister register = register(
                2, List.of(knowing(third, first).on(0), knowing(fourth, second).on(1)));

        for (int limit = 1; limit <= 4; limit++) {
            assertThat(all(register, limit)).containsExactly(first, second, third, fourth);
        }
    }

    @Test
    void saysThatItIsPartialWhileAPartitionIsMissing() {
        HeldRegister register = register(2, List.of(knowing(first).on(0)));

        assertThat(register.page(range(Optional.empty(), 5))).hasValueSatisfying(page -> {
            assertThat(page.partial()).isTrue();
            assertThat(page.items()).containsExactly(first);
        });
    }

    @Test
    void isEmptyWhileNobodyAnswers() {
        assertThat(register(1, List.of()).page(range(Optional.empty(), 5))).isEmpty();
    }

    @Test
    void findsAComplaintWhereverItIs() {
        HeldRegister register =
                register(2, List.of(knowing(first).on(0), knowing(second).on(1)));

        assertThat(register.find(second.complaintId())).contains(second);
        assertThat(register.find(third.complaintId())).isEmpty();
    }

    @Test
    void takesNoForeignTextForAPlace() {
        assertThat(HeldPlace.decode("Zm9vYmFy")).isEmpty();
        assertThat(HeldPlace.decode("%%%")).isEmpty();
        assertThat(HeldPlace.decode(first.place().encode())).contains(first.place());
    }

    private static List<HeldComplaint> all(HeldRegister register, int limit) {
        List<HeldComplaint> found = new ArrayList<>();
        Optional<HeldPlace> after = Optional.empty();
        do {
            HeldPage page = register.page(range(after, limit)).orElseThrow();
            found.addAll(page.items());
            after = Optional.ofNullable(page.next()).flatMap(HeldPlace::decode);
        } while (after.isPresent());
        return found;
    }

    private static HeldComplaint held(int hours) {
        Instant remindedFrom = Records.RECEIVED_AT.plus(Duration.ofHours(hours));
        return new HeldComplaint(
                DeterministicId.of("held", Integer.toString(hours)),
                Records.NUMBER,
                Records.RECEIVED_AT.toString(),
                remindedFrom.toString(),
                AllegationClass.C,
                Priority.P3,
                HeldFor.NO_CONSENT);
    }

    private static StandingHoldings knowing(HeldComplaint... held) {
        return new StandingHoldings(() -> List.of(held));
    }

    private static HeldRange range(Optional<HeldPlace> after, int limit) {
        return new HeldRange(after, limit);
    }

    private static HeldRegister register(int partitions, List<Holder<HeldContents>> holders) {
        return new HeldRegister(new Gathering<>(() -> holders, partitions, Duration.ofSeconds(1)));
    }
}
