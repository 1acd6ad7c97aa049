package kz.aryz.system.upgrade;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static kz.aryz.schema.CaseEventKind.REGISTERED;
import static kz.aryz.schema.CaseEventKind.ROUTED;
import static kz.aryz.schema.CaseEventKind.TRIAGED;
import static kz.aryz.schema.CaseEventKind.UNOPENABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.serde.AvroBinary;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import kz.aryz.system.upgrade.TriageUpgrade.Outcome;
import kz.aryz.system.upgrade.Written.Place;
import kz.aryz.triage.store.TriageStores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A populated group and its stores survive a topology with one more source and one more store, there and back. */
@ParameterizedClass
@MethodSource("upgrades")
@Uses(SharedAryz.class)
class TriageUpgradeTest {

    private final Outcome upgrade;

    TriageUpgradeTest(Outcome upgrade) {
        this.upgrade = upgrade;
    }

    static Stream<Named<Outcome>> upgrades() {
        return Stream.of(Addition.values()).map(addition -> Named.of(addition.name(), upgrade(addition)));
    }

    private static Outcome upgrade(Addition addition) {
        try {
            return TriageUpgrade.by(addition);
        } catch (Exception e) {
            throw new AssertionError("The upgrade did not come to its end", e);
        }
    }

    /** The repetition, the one whose key had come, the new one; and two single keys and the two of the new one. */
    @Test
    void nothingIsReadAgain() {
        assertThat(upgrade.done().submissionsRead()).isEqualTo(3);
        assertThat(upgrade.done().keysRead()).isEqualTo(4);
    }

    @Test
    void nothingIsWrittenBecauseOfTheChange() {
        Set<String> known = all();

        assertThat(upgrade.found().written().about(known))
                .isEqualTo(upgrade.before().written().about(known));
    }

    @Test
    void everyQueueStandsAsItDid() {
        assertThat(upgrade.found().index())
                .isNotEmpty()
                .containsAll(upgrade.before().written().places());
    }

    /** Within exactly-once, Kafka Streams wipes and rebuilds the stores beside a new one; what is in memory it rebuilds at each start. */
    @Test
    void onlyStoresBesideTheNewOneAndThoseInMemoryAreRebuilt() {
        Set<String> rebuilt = upgrade.found().restored().entrySet().stream()
                .filter(store -> store.getValue() > 0)
                .map(store -> store.getKey())
                .collect(toUnmodifiableSet());

        assertThat(rebuilt)
                .isEqualTo(
                        switch (upgrade.addition()) {
                            case WITHIN ->
                                Set.of(
                                        TriageStores.WRAPPED_KEYS,
                                        TriageStores.WAITING,
                                        TriageStores.COMPLAINTS,
                                        TriageStores.QUEUE_INDEX);
                            case APART -> Set.of(TriageStores.WRAPPED_KEYS);
                        });
    }

    @Test
    void oneThatWaitedIsDecidedWhenItsKeyComes() {
        String id = upgrade.before().waiting().id();

        assertThat(upgrade.before().written().eventsOf(id)).isEmpty();
        assertThat(upgrade.found().waiting())
                .contains(upgrade.before().waiting().keyReference());
        assertThat(upgrade.written().kindsOf(id)).containsExactly(REGISTERED, TRIAGED, ROUTED);
    }

    @Test
    void oneThatCouldNotBeOpenedIsLookedAtAgainWhenItsKeyComes() {
        String id = upgrade.before().unopened().id();

        assertThat(upgrade.before().written().kindsOf(id)).containsExactly(REGISTERED, UNOPENABLE, TRIAGED, ROUTED);
        assertThat(upgrade.found().waiting())
                .contains(upgrade.before().unopened().keyReference());
        assertThat(upgrade.written().kindsOf(id))
                .containsExactly(REGISTERED, UNOPENABLE, TRIAGED, ROUTED, TRIAGED, ROUTED);
    }

    @Test
    void aKeyFromBeforeOpensAComplaintThatComesAfter() {
        assertThat(upgrade.written().kindsOf(upgrade.before().keyOnly().id()))
                .containsExactly(REGISTERED, TRIAGED, ROUTED);
    }

    @Test
    void aRepetitionOfWhatWasDecidedBeforeChangesNothing() {
        Set<String> decided = ids(upgrade.before().decided().stream());

        assertThat(upgrade.written().about(decided))
                .isEqualTo(upgrade.before().written().about(decided));
    }

    @Test
    void newComplaintsAreDecidedThereAndBack() {
        for (Submission submission : List.of(upgrade.done().handedIn(), upgrade.back())) {
            assertThat(upgrade.written().kindsOf(Complainant.idOf(submission)))
                    .containsExactly(REGISTERED, TRIAGED, ROUTED);
        }
    }

    @Test
    void theNewSourceFillsTheNewStore() {
        String id = Complainant.idOf(upgrade.before().decided().getFirst());

        assertThat(upgrade.done().remarks())
                .containsEntry(id, upgrade.addition().kept(TriageUpgrade.REMARK));
    }

    @Test
    void everyComplaintStandsInOneQueueAndIsToldOf() {
        Written written = upgrade.written().about(all());

        assertThat(written.places()).extracting(Place::complaintId).containsExactlyInAnyOrderElementsOf(all());
        assertThat(written.obligations())
                .extracting(duty -> duty.getHeader().getComplaintId())
                .containsAll(all());
    }

    @Test
    void nothingIsWrittenTwice() {
        Written written = upgrade.written().about(all());

        assertThat(written.events())
                .extracting(event -> event.getHeader().getEventId())
                .doesNotHaveDuplicates();
        assertThat(written.queueItems()).extracting(QueueItem::getItemId).doesNotHaveDuplicates();
        assertThat(written.obligations())
                .extracting(Obligation::getObligationId)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyChainGoesOn() throws NoSuchAlgorithmException {
        for (String id : all()) {
            List<CaseEvent> events = upgrade.written().eventsOf(id);
            assertThat(events.getFirst().getHeader().getPrevHash()).isNull();
            for (int position = 1; position < events.size(); position++) {
                assertThat(events.get(position).getHeader().getSeq()).isEqualTo(position + 1L);
                assertThat(events.get(position).getHeader().getPrevHash()).isEqualTo(hash(events.get(position - 1)));
            }
        }
    }

    private Set<String> all() {
        Stream<Submission> piecemeal = Stream.of(
                        upgrade.before().waiting(),
                        upgrade.before().unopened(),
                        upgrade.before().keyOnly())
                .map(Piecemeal::submission);
        Stream<Submission> handedIn = Stream.of(upgrade.done().handedIn(), upgrade.back());
        return ids(Stream.of(upgrade.before().decided().stream(), piecemeal, handedIn)
                .flatMap(some -> some));
    }

    private static Set<String> ids(Stream<Submission> submissions) {
        return submissions.map(Complainant::idOf).collect(toUnmodifiableSet());
    }

    private static ByteBuffer hash(CaseEvent event) throws NoSuchAlgorithmException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(AvroBinary.encode(event)));
    }
}
