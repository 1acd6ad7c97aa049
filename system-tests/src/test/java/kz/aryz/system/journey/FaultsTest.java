package kz.aryz.system.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.schema.Obligation;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Parts die without warning while complaints come in. What was acknowledged is safe, once. */
@Uses(SharedAryz.class)
class FaultsTest {

    private static final int COMPLAINTS = 200;
    private static final int AT_ONCE = 4;
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("aryz.outage.seconds", 60));

    private final SharedAryz aryz = SharedAryz.get();
    private final Client client = new Client(Endpoints.of(aryz.addresses()));
    private final Register register = new Register(aryz.addresses());

    enum Victim {
        TRIAGE,
        NOTIFIER,
        BROKER;

        LocalServer in(LocalAryz aryz) {
            return switch (this) {
                case TRIAGE -> aryz.triage();
                case NOTIFIER -> aryz.notifier();
                case BROKER -> aryz.kafka();
            };
        }
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAcknowledgedSurvivesAKill(Victim victim) throws Exception {
        LocalServer server = victim.in(aryz.processes());

        Set<String> acknowledged = submitWhile(() -> {
            server.kill();
            server.startAndAwait(PATIENCE);
        });

        assertThat(acknowledged).hasSize(COMPLAINTS);
        awaitThatEachArrivedOnce(acknowledged);
    }

    @Test
    void anOutageOfTheRegistryLosesAndDeadLettersNothing() throws Exception {
        LocalServer registry = aryz.processes().registry();
        int before = register.deadLetters();

        Set<String> acknowledged = submitWhile(() -> interrupt(registry));

        assertThat(acknowledged).hasSize(COMPLAINTS);
        awaitThatEachArrivedOnce(acknowledged);
        assertThat(register.deadLetters()).isEqualTo(before);
    }

    /** The mail server keeps its mails in memory: those from before the outage are gone with it, so it goes first. */
    @Test
    void anOutageOfTheMailServerLosesAndDeadLettersNothing() throws Exception {
        LocalServer mail = aryz.processes().mail().orElseThrow();
        int before = register.deadLetters();
        mail.kill();

        Set<String> acknowledged = submitWhile(() -> {
            pause(OUTAGE);
            mail.startAndAwait(PATIENCE);
        });

        awaitThatEachArrivedOnce(acknowledged);
        assertThat(register.deadLetters()).isEqualTo(before);
    }

    private static void interrupt(LocalServer server) {
        server.kill();
        pause(OUTAGE);
        server.startAndAwait(PATIENCE);
    }

    /** An outage lasts as long as it lasts: there is nothing to wait for. */
    private static void pause(Duration duration) {
        await().pollDelay(duration).atMost(duration.plus(PATIENCE)).until(() -> true);
    }

    /** Complaint numbers of those that were acknowledged while the fault happened, each repeated until it was. */
    private Set<String> submitWhile(Runnable fault) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> sent = new ArrayList<>();
            for (int i = 0; i < COMPLAINTS; i++) {
                sent.add(senders.submit(this::submitUntilAcknowledged));
            }
            await().atMost(PATIENCE)
                    .until(() -> sent.stream().filter(Future::isDone).count() >= COMPLAINTS / 10);
            fault.run();
            List<String> numbers = new ArrayList<>();
            for (Future<String> one : sent) {
                numbers.add(one.get());
            }
            return Set.copyOf(numbers);
        }
    }

    private String submitUntilAcknowledged() {
        String key = UUID.randomUUID().toString();
        return client.submit(Complaints.torture("WEB_FORM", "ru"), key).complaintNumber();
    }

    private void awaitThatEachArrivedOnce(Set<String> acknowledged) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(register.enteredQueues()).containsAll(acknowledged));
        assertThat(register.enteredQueues().stream().filter(acknowledged::contains))
                .doesNotHaveDuplicates();
        List<Obligation> duties = dutiesFor(acknowledged);
        assertThat(duties).hasSameSizeAs(acknowledged);
        awaitMails(duties);
    }

    /** Each duty once: there is one addressee. Other tests repeat duties on purpose. */
    private List<Obligation> dutiesFor(Set<String> numbers) {
        List<Obligation> duties = register.obligations().stream()
                .filter(duty -> duty.getRaised().getComplaintNumber() != null)
                .filter(duty -> numbers.contains(duty.getRaised().getComplaintNumber()))
                .toList();
        assertThat(duties)
                .extracting(duty -> duty.getRaised().getComplaintNumber())
                .doesNotHaveDuplicates();
        return duties;
    }

    private void awaitMails(List<Obligation> duties) {
        Stream<String> ids = duties.stream().map(Obligation::getObligationId);
        Set<String> expected = ids.collect(toSet());
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(messageIds().keySet()).containsAll(expected));
        assertThat(messageIds().values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }

    private Map<String, Set<String>> messageIds() {
        try {
            return client.mails().stream()
                    .collect(groupingBy(ReceivedMail::obligationId, mapping(ReceivedMail::messageId, toSet())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
