package kz.aryz.system.upgrade;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.Submission;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import kz.aryz.system.upgrade.NotifierUpgrade.Outcome;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What was told is not told again by a topology with one more source and one more store, and what was not yet, is. */
@ParameterizedClass
@MethodSource("upgrades")
@Uses(SharedAryz.class)
class NotifierUpgradeTest {

    private final Outcome upgrade;

    NotifierUpgradeTest(Outcome upgrade) {
        this.upgrade = upgrade;
    }

    static Stream<Named<Outcome>> upgrades() {
        return Stream.of(Addition.values()).map(addition -> Named.of(addition.name(), upgrade(addition)));
    }

    private static Outcome upgrade(Addition addition) {
        try {
            return NotifierUpgrade.by(addition);
        } catch (Exception e) {
            throw new AssertionError("The upgrade did not come to its end", e);
        }
    }

    /** The repetition and the new one. */
    @Test
    void nothingIsReadAgain() {
        assertThat(upgrade.done().submissionsRead()).isEqualTo(2);
    }

    /** Within exactly-once, Kafka Streams wipes and rebuilds the stores beside a new one. */
    @Test
    void onlyStoresBesideTheNewOneAreRebuilt() {
        Set<String> rebuilt = upgrade.done().restored().entrySet().stream()
                .filter(store -> store.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(toUnmodifiableSet());

        assertThat(rebuilt)
                .isEqualTo(
                        switch (upgrade.addition()) {
                            case WITHIN ->
                                Set.of(
                                        NotifierStores.OBLIGATIONS,
                                        NotifierStores.MAILS,
                                        NotifierStores.PROGRESS,
                                        NotifierStores.INBOX,
                                        NotifierStores.DUE);
                            case APART -> Set.of();
                        });
    }

    @Test
    void whatWasToldIsNotToldAgainThoughTheDutyIsRepeated() {
        for (Submission told :
                List.of(upgrade.before().delivered(), upgrade.before().acknowledged())) {
            assertThat(upgrade.deliveries().attempts(told))
                    .isEqualTo(upgrade.before().deliveries().attempts(told));
            assertThat(mailsAbout(told)).isEmpty();
        }
    }

    @Test
    void whatCouldNotBeToldIsTriedOnWithTheSameMessage() {
        Submission failing = upgrade.before().failing();
        List<DeliveryAttempt> attempts = upgrade.deliveries().attempts(failing);

        assertThat(attempts)
                .hasSizeGreaterThan(
                        upgrade.before().deliveries().attempts(failing).size());
        assertThat(attempts)
                .extracting(DeliveryAttempt::getNumber)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, attempts.size()).boxed().toList());
        assertThat(attempts)
                .extracting(DeliveryAttempt::getMail)
                .containsOnly(attempts.getFirst().getMail());
        assertThat(mailsAbout(failing)).extracting(ReceivedMail::messageId).hasSizeGreaterThanOrEqualTo(1);
        assertThat(Set.copyOf(mailsAbout(failing).stream()
                        .map(ReceivedMail::messageId)
                        .toList()))
                .hasSize(1);
    }

    @Test
    void aNewComplaintIsToldOnce() {
        Submission handedIn = upgrade.done().handedIn();

        assertThat(upgrade.deliveries().attempts(handedIn)).hasSize(1);
        assertThat(mailsAbout(handedIn)).hasSize(1);
    }

    @Test
    void whatAPersonConfirmedStaysConfirmed() {
        String id = upgrade.before()
                .deliveries()
                .duty(upgrade.before().acknowledged())
                .getObligationId();

        assertThat(upgrade.done().progress())
                .hasEntrySatisfying(
                        id, progress -> assertThat(progress.getAcknowledgedAt()).isNotNull());
    }

    @Test
    void aRepetitionStartsNoNewWatch() {
        String id = Complainant.idOf(upgrade.before().delivered());

        assertThat(upgrade.done().watched())
                .hasEntrySatisfying(
                        id, watched -> assertThat(watched.getState()).isEqualTo(WatchState.DECIDED));
        assertThat(upgrade.done().deadlines()).doesNotContain(id);
    }

    @Test
    void theNewSourceFillsTheNewStore() {
        String id =
                upgrade.before().deliveries().duty(upgrade.before().delivered()).getObligationId();

        assertThat(upgrade.done().remarks())
                .containsEntry(id, upgrade.addition().kept(NotifierUpgrade.REMARK));
    }

    @Test
    void nothingIsPutAside() {
        assertThat(upgrade.deliveries().deadLetters())
                .hasSameSizeAs(upgrade.before().deliveries().deadLetters());
    }

    private List<ReceivedMail> mailsAbout(Submission submission) {
        return upgrade.mails().stream()
                .filter(mail -> mail.text().contains(Complainant.numberOf(submission)))
                .toList();
    }
}
