package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static kz.aryz.system.signin.SignInAryz.ASTANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.serde.AvroBinary;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.journey.Complaints;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A complaint gets somebody who works on it, at either of two desks, over real services. */
@Uses(SignInAryz.class)
class AssignmentJourneyTest {

    private static final String QUEUE = "/api/v1/queues/" + ALMATY;

    private final SignInAryz aryz = SignInAryz.get();
    private final URI first = aryz.desk();
    private final URI second = aryz.secondDesk().address();
    private final Http http = new Http();
    private Colleague head;
    private Colleague aigul;
    private Colleague serik;
    private JsonNode complaint;

    /** A complaint lies in the unit's queue, and two investigators have come to a desk each. */
    @BeforeEach
    void begin() throws Exception {
        head = Colleague.of(aryz, "head-of-unit", ALMATY);
        aigul = Colleague.of(aryz, "investigator", ALMATY);
        serik = Colleague.of(aryz, "investigator", ALMATY);
        complaint = lying(submit());
        assertThat(aigul.read(http, first, QUEUE).status()).isEqualTo(200);
        assertThat(serik.read(http, second, QUEUE).status()).isEqualTo(200);
        for (URI desk : List.of(first, second)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(head.read(http, desk, QUEUE + "/staff")
                                    .body()
                                    .findValuesAsText("pseudonym"))
                            .contains(aigul.pseudonym(), serik.pseudonym()));
        }
    }

    @AfterEach
    void end() {
        http.close();
    }

    @Test
    void whoIsGivenAComplaintSeesThatOneAtEitherDeskAndNobodyElseDoes() throws Exception {
        Colleague elsewhere = Colleague.of(aryz, "head-of-unit", ASTANA);
        assertThat(numbers(aigul, first)).isEmpty();

        Http.Answer answer = head.give(http, first, path(), "one", to(aigul));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("outcome").asText()).isEqualTo("ACCEPTED");
        for (URI desk : List.of(first, second)) {
            assertThat(numbers(aigul, desk)).containsExactly(number());
            assertThat(open(aigul, desk)).isOne();
            assertThat(numbers(serik, desk)).isEmpty();
            assertThat(open(serik, desk)).isZero();
            assertThat(entry(desk).path("assignee").asText()).isEqualTo(aigul.pseudonym());
            assertIsLikeNothing(elsewhere, desk);
        }
        assertThat(kinds()).endsWith(CaseEventKind.ROUTED, CaseEventKind.ASSIGNED);
        assertThatTheChainGoesOn();
    }

    /** The answer is, to the letter, that about a complaint that never was. */
    private void assertIsLikeNothing(Colleague stranger, URI desk) throws IOException {
        String json = to(aigul);
        Http.Answer nothing = stranger.give(
                http, desk, "/api/v1/queues/" + ASTANA + "/" + UUID.randomUUID() + "/assignment", "x", json);

        assertThat(nothing.status()).isEqualTo(404);
        for (String path : List.of(path(), path().replace(ALMATY, ASTANA))) {
            Http.Answer answer = stranger.give(http, desk, path, "x", json);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing.body());
        }
    }

    @Test
    void aRepetitionIsDoneOnceWhicheverDeskItComesTo() throws Exception {
        Http.Answer answer = head.give(http, first, path(), "same", to(aigul));
        Http.Answer again = head.give(http, second, path(), "same", to(aigul));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(kinds()).filteredOn(CaseEventKind.ASSIGNED::equals).hasSize(1);
    }

    @Test
    void whoIsGivenWhatAnotherHadTakesItOver() throws Exception {
        head.give(http, first, path(), "one", to(aigul));
        Http.Answer answer = head.give(http, second, path(), "two", to(serik));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(numbers(aigul, first)).isEmpty();
        assertThat(numbers(serik, first)).containsExactly(number());
        assertThat(events().getLast().getAssigned().getPreviousAssignee()).isEqualTo(aigul.pseudonym());
        assertThatTheChainGoesOn();
    }

    @Test
    void ofTwoHeadsWhoSawTheSameOneIsHeardAndTheOtherIsTold() throws Exception {
        Colleague deputy = Colleague.of(aryz, "head-of-unit", ALMATY);
        long seq = complaint.path("seq").asLong();

        List<Integer> statuses = atOnce(
                () -> head.give(http, first, path(), "one", to(aigul, seq)).status(),
                () -> deputy.give(http, second, path(), "one", to(serik, seq)).status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(kinds()).filteredOn(CaseEventKind.ASSIGNED::equals).hasSize(1);
        assertThat(numbers(aigul, first).size() + numbers(serik, first).size()).isOne();
        assertThatTheChainGoesOn();
    }

    @Test
    void aRestartKeepsWhoHasWhatAndWhoCanBeGivenIt() throws Exception {
        head.give(http, first, path(), "one", to(aigul));

        aryz.deskServer().close();
        aryz.deskServer().startAndAwait(PATIENCE);

        await().atMost(PATIENCE).ignoreException(IOException.class).untilAsserted(() -> {
            for (URI desk : List.of(first, second)) {
                assertThat(numbers(aigul, desk)).containsExactly(number());
                assertThat(head.read(http, desk, QUEUE + "/staff").body().findValuesAsText("pseudonym"))
                        .contains(aigul.pseudonym(), serik.pseudonym());
            }
        });
        assertThat(head.give(http, first, path(), "two", to(serik)).status()).isEqualTo(200);
        assertThat(kinds()).filteredOn(CaseEventKind.ASSIGNED::equals).hasSize(2);
        assertThatTheChainGoesOn();
    }

    private String submit() throws IOException {
        Http.Answer answer = http.post(
                aryz.addresses().intakeUrl().resolve("/api/v1/complaints"),
                Complaints.torture("WEB_FORM", "ru").toString(),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("complaintNumber").asText();
    }

    private JsonNode lying(String number) {
        return await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> entry(first, number), entry -> !entry.isMissingNode());
    }

    private JsonNode entry(URI desk) throws IOException {
        return entry(desk, number());
    }

    private JsonNode entry(URI desk, String number) throws IOException {
        JsonNode items = head.read(http, desk, QUEUE + "?limit=500").body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("complaintNumber").asText().equals(number))
                .findFirst()
                .orElse(items.path(Integer.MAX_VALUE));
    }

    private String number() {
        return complaint.path("complaintNumber").asText();
    }

    private String path() {
        return QUEUE + "/" + complaint.path("complaintId").asText() + "/assignment";
    }

    private static String to(Colleague assignee) {
        return "{\"assignee\":\"" + assignee.pseudonym() + "\"}";
    }

    private static String to(Colleague assignee, long seq) {
        return "{\"assignee\":\"" + assignee.pseudonym() + "\",\"seq\":" + seq + "}";
    }

    private List<String> numbers(Colleague reader, URI desk) throws IOException {
        Http.Answer answer = reader.read(http, desk, QUEUE);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("partial").asBoolean()).isFalse();
        return answer.body().path("items").findValuesAsText("complaintNumber");
    }

    private long open(Colleague reader, URI desk) throws IOException {
        JsonNode units = reader.read(http, desk, "/api/v1/queues").body().path("units");
        assertThat(units).hasSize(1);
        return units.path(0).path("open").asLong();
    }

    private List<CaseEvent> events() {
        String id = complaint.path("complaintId").asText();
        return aryz.log().of(Topics.CASE_EVENTS).stream()
                .filter(event -> event.getHeader().getComplaintId().equals(id))
                .toList();
    }

    private List<CaseEventKind> kinds() {
        return events().stream().map(CaseEvent::getKind).toList();
    }

    private void assertThatTheChainGoesOn() throws NoSuchAlgorithmException {
        List<CaseEvent> events = events();
        for (int position = 1; position < events.size(); position++) {
            byte[] before = AvroBinary.encode(events.get(position - 1));
            assertThat(events.get(position).getHeader().getSeq()).isEqualTo(position + 1L);
            assertThat(events.get(position).getHeader().getPrevHash())
                    .isEqualTo(
                            ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(before)));
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> List<T> atOnce(Callable<T>... calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> started = threads.invokeAll(List.of(calls));
            return List.of(started.get(0).get(), started.get(1).get());
        }
    }
}
