package kz.aryz.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.id.DeterministicId;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Priority;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final AlertProgress OPEN = AlertProgress.newBuilder().build();
    private static final AlertProgress CONFIRMED =
            AlertProgress.newBuilder().setAcknowledgedAt(Records.RECEIVED_AT).build();

    /** Alerts that an instance would hold. */
    private record Held(List<PlacedAlert> alerts) implements AlertContents {

        static Holder<AlertContents> on(Set<Integer> partitions, PlacedAlert... alerts) {
            return new Holder<>(new Held(Arrays.asList(alerts)), partitions);
        }

        @Override
        public AlertSlice slice(InboxRange range, Set<Integer> partitions) {
            List<PlacedAlert> found = alerts.stream()
                    .filter(alert -> alert.place().compareTo(range.from()) >= 0)
                    .filter(alert -> alert.place().compareTo(range.to()) < 0)
                    .sorted(Comparator.comparing(PlacedAlert::place))
                    .limit(range.limit())
                    .toList();
            return new AlertSlice(partitions, found);
        }

        @Override
        public AlertSlice find(String obligationId, Set<Integer> partitions) {
            return new AlertSlice(
                    partitions,
                    alerts.stream()
                            .filter(alert -> alert.alert().obligationId().equals(obligationId))
                            .toList());
        }
    }

    private final PlacedAlert urgent = alert(Priority.P0, 60, OPEN);
    private final PlacedAlert older = alert(Priority.P1, 10, OPEN);
    private final PlacedAlert younger = alert(Priority.P1, 50, OPEN);
    private final PlacedAlert unjudged = alert(Priority.UNKNOWN, 70, OPEN);
    private final PlacedAlert confirmed = alert(Priority.P0, 0, CONFIRMED);

    @Test
    void showsOpenAlertsFirstByUrgencyThenAgeAcrossInstances() {
        Inbox inbox =
                inbox(2, List.of(Held.on(Set.of(0), confirmed, younger, urgent), Held.on(Set.of(1), unjudged, older)));

        assertThat(all(inbox, Optional.empty(), 50)).containsExactly(urgent, unjudged, older, younger, confirmed);
    }

    @Test
    void losesAndRepeatsNothingFromPageToPage() {
        Inbox inbox =
                inbox(2, List.of(Held.on(Set.of(0), confirmed, younger, urgent), Held.on(Set.of(1), unjudged, older)));

        for (int limit = 1; limit <= 5; limit++) {
            assertThat(all(inbox, Optional.empty(), limit))
                    .containsExactly(urgent, unjudged, older, younger, confirmed);
        }
    }

    @Test
    void showsOneStateAlone() {
        Inbox inbox = inbox(1, List.of(Held.on(Set.of(0), confirmed, younger)));

        assertThat(all(inbox, Optional.of(AlertState.OPEN), 1)).containsExactly(younger);
        assertThat(all(inbox, Optional.of(AlertState.ACKNOWLEDGED), 1)).containsExactly(confirmed);
    }

    @Test
    void saysThatItIsPartialWhileAPartitionIsMissing() {
        Inbox inbox = inbox(3, List.of(Held.on(Set.of(0, 1), urgent)));

        assertThat(inbox.page(range(Optional.empty(), Optional.empty(), 5)))
                .hasValueSatisfying(page -> assertThat(page.partial()).isTrue());
        assertThat(inbox.find(Records.COMPLAINT)).isInstanceOf(Lookup.Unanswered.class);
        assertThat(inbox.find(urgent.alert().obligationId())).isEqualTo(new Lookup.Found(urgent.alert()));
    }

    @Test
    void knowsThatAnAlertIsUnknownOnlyWhenAllHaveAnswered() {
        Inbox inbox = inbox(1, List.of(Held.on(Set.of(0), urgent)));

        assertThat(inbox.find(Records.COMPLAINT)).isEqualTo(new Lookup.Unknown());
    }

    @Test
    void isEmptyWhileNobodyAnswers() {
        assertThat(inbox(1, List.of()).page(range(Optional.empty(), Optional.empty(), 5)))
                .isEmpty();
    }

    @Test
    void takesNoForeignTextForAPlace() {
        assertThat(Cursor.decode("Zm9vYmFy")).isEmpty();
        assertThat(Cursor.decode("%%%")).isEmpty();
        assertThat(Cursor.decode(Cursor.encode(new InboxPlace(urgent.place()))))
                .contains(new InboxPlace(urgent.place()));
    }

    private static List<PlacedAlert> all(Inbox inbox, Optional<AlertState> state, int limit) {
        List<AlertEntry> found = new ArrayList<>();
        Optional<InboxPlace> after = Optional.empty();
        do {
            AlertPage page = inbox.page(range(state, after, limit)).orElseThrow();
            found.addAll(page.items());
            after = Optional.ofNullable(page.next()).flatMap(Cursor::decode);
        } while (after.isPresent());
        return found.stream().map(InboxTest::placed).toList();
    }

    private static PlacedAlert placed(AlertEntry entry) {
        long seconds =
                java.time.Instant.parse(entry.createdAt()).getEpochSecond() - Records.RECEIVED_AT.getEpochSecond();
        AlertProgress progress = entry.state() == AlertState.OPEN ? OPEN : CONFIRMED;
        return alert(Priority.valueOf(entry.priority()), (int) seconds, progress);
    }

    private static PlacedAlert alert(Priority priority, int seconds, AlertProgress progress) {
        String complaintId = DeterministicId.of(priority.name(), Integer.toString(seconds));
        Obligation obligation = Records.obligation(complaintId, priority, Records.RECEIVED_AT.plusSeconds(seconds));
        return new PlacedAlert(InboxPlace.of(obligation, progress).text(), AlertEntry.of(obligation, progress));
    }

    private static InboxRange range(Optional<AlertState> state, Optional<InboxPlace> after, int limit) {
        return new InboxRange(state, after, limit);
    }

    private static Inbox inbox(int partitions, List<Holder<AlertContents>> holders) {
        return new Inbox(new Gathering<>(() -> holders, partitions, Duration.ofSeconds(1)));
    }
}
