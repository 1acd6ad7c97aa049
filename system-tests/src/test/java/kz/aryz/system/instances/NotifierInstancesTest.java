package kz.aryz.system.instances;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.aryz.quickstart.mail.Mailbox;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.schema.Obligation;
import kz.aryz.system.Http;
import kz.aryz.system.Http.Answer;
import kz.aryz.system.Uses;
import kz.aryz.system.journey.Complaints;
import kz.aryz.system.journey.Register;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every duty to tell is kept, told and confirmed once, whichever instance has it and whichever is asked. */
@Uses(TwinAryz.class)
class NotifierInstancesTest {

    private static final int COMPLAINTS = 20;

    private final TwinAryz aryz = TwinAryz.get();
    private final Twins notifier = aryz.notifier();
    private final Register register = new Register(aryz.addresses());
    private final Http http = new Http();

    @BeforeEach
    void complaintsComeIn() {
        Set<String> numbers = submit();
        await().atMost(PATIENCE).until(this::numbersToldOf, told -> told.containsAll(numbers));
        notifier.both().forEach(this::awaitWhole);
    }

    @AfterEach
    void putBack() {
        notifier.bothUp();
        http.close();
    }

    @Test
    void eitherInstanceListsEveryAlertOnceAndInTheSameOrder() {
        List<String> first = alerts(notifier.first(), "OPEN").texts("obligationId");
        List<String> second = alerts(notifier.second(), "OPEN").texts("obligationId");

        assertThat(second).isEqualTo(first).doesNotHaveDuplicates();
    }

    @Test
    void theLargestPageIsWhole() {
        for (Instance instance : notifier.both()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Answer page = http.get(instance.resolve("/api/v1/alerts?limit=500"));

                assertThat(page.body().fieldNames()).toIterable().containsExactly("items", "next");
            });
        }
    }

    @Test
    void whatIsConfirmedAtOneInstanceIsConfirmedAtBoth() {
        String confirmedAtFirst =
                alerts(notifier.first(), "OPEN").texts("obligationId").getFirst();
        String confirmedAtSecond =
                alerts(notifier.first(), "OPEN").texts("obligationId").getLast();

        assertThat(confirm(notifier.first(), confirmedAtFirst)).isEqualTo(200);
        assertThat(confirm(notifier.second(), confirmedAtSecond)).isEqualTo(200);

        for (Instance instance : notifier.both()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(alerts(instance, "ACKNOWLEDGED").texts("obligationId"))
                        .contains(confirmedAtFirst, confirmedAtSecond);
                assertThat(alerts(instance, "OPEN").texts("obligationId"))
                        .doesNotContain(confirmedAtFirst, confirmedAtSecond);
            });
            assertThat(confirm(instance, confirmedAtFirst)).isEqualTo(200);
        }
    }

    @Test
    void anAlertThatIsNowhereIsUnknownAtBoth() {
        for (Instance instance : notifier.both()) {
            assertThat(confirm(instance, UUID.randomUUID().toString())).isEqualTo(404);
        }
    }

    @Test
    void whatADeadInstanceHadIsToldByTheOther() throws Exception {
        Set<String> numbers = submit();
        notifier.second().server().kill();
        numbers.addAll(submit());

        await().atMost(PATIENCE).until(this::numbersToldOf, told -> told.containsAll(numbers));
        Set<String> obligations = obligationsAbout(numbers);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(messageIds().keySet()).containsAll(obligations));
        assertThat(messageIds().values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    @Test
    void whileAnInstanceIsDeadTheOtherShowsAllOrSaysThatItDoesNot() {
        String confirmed =
                alerts(notifier.first(), "OPEN").texts("obligationId").getFirst();
        notifier.second().server().kill();

        assertThat(looksAt(notifier.first())).isFalse();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> looksAt(notifier.first()));
        assertThat(confirm(notifier.first(), confirmed)).isEqualTo(200);
    }

    /** Whether the instance shows all that there is, and says so; fails where it says so and does not. */
    private boolean looksAt(Instance instance) {
        Listing all = Listing.of(http, instance.resolve("/api/v1/alerts"));
        if (all.whole()) {
            assertThat(all.texts("obligationId")).containsExactlyInAnyOrderElementsOf(obligations());
        }
        return all.whole();
    }

    /** Until here nothing is promised: duties may just have come up. */
    private void awaitWhole(Instance instance) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Listing all = Listing.of(http, instance.resolve("/api/v1/alerts"));
            assertThat(all.whole()).isTrue();
            assertThat(all.texts("obligationId")).containsExactlyInAnyOrderElementsOf(obligations());
        });
    }

    /** One that calls itself whole: at one stall of the other instance, a list may say that something is missing. */
    private Listing alerts(Instance instance, String state) {
        return await().atMost(PATIENCE)
                .until(() -> Listing.of(http, instance.resolve("/api/v1/alerts?state=" + state)), Listing::whole);
    }

    /** An answer of somebody who can tell. */
    private int confirm(Instance instance, String obligationId) {
        URI acknowledgement = instance.resolve("/api/v1/alerts/" + obligationId + "/acknowledgement");
        return await().atMost(PATIENCE)
                .until(() -> http.post(acknowledgement, "", Map.of()).status(), status -> status != 503);
    }

    private Set<String> submit() {
        return IntStream.range(0, COMPLAINTS).mapToObj(any -> submitted()).collect(toSet());
    }

    private String submitted() {
        try {
            Answer answer = http.post(
                    aryz.intake().first().resolve("/api/v1/complaints"),
                    Complaints.torture("VISIT", "kk").toString(),
                    Map.of());
            assertThat(answer.status()).isEqualTo(201);
            return answer.body().path("complaintNumber").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> obligations() {
        return register.obligations().stream().map(Obligation::getObligationId).collect(toSet());
    }

    /** What other tests confirmed before it was told is told to nobody. */
    private Set<String> obligationsAbout(Set<String> numbers) {
        return register.obligations().stream()
                .filter(obligation -> numbers.contains(obligation.getRaised().getComplaintNumber()))
                .map(Obligation::getObligationId)
                .collect(toSet());
    }

    private Set<String> numbersToldOf() {
        return register.obligations().stream()
                .map(obligation -> obligation.getRaised().getComplaintNumber())
                .collect(toSet());
    }

    private Map<String, Set<String>> messageIds() throws IOException, InterruptedException {
        try (Mailbox mailbox = new Mailbox(aryz.addresses().mailboxUrl())) {
            return mailbox.read().stream()
                    .collect(groupingBy(ReceivedMail::obligationId, mapping(ReceivedMail::messageId, toSet())));
        }
    }
}
