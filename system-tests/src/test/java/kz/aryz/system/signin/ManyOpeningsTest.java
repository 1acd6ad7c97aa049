package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.SectionOpened;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import kz.aryz.system.browser.Visitor;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody hides what they opened by opening it again and again. */
@InBrowser
@Uses(SignInAryz.class)
class ManyOpeningsTest {

    private static final int MANY = 3_000;
    private static final int AT_ONCE = 200;
    private static final String FIRST = "звонить сестре";
    private static final String LAST = "сестра не ответила";
    private static final String IDENTITY_OPENED = "Who is concerned (to protect or reach somebody)";
    private static final String EARLIER = "[aria-labelledby=history] a[rel=next]";

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();
    private final Token token = Token.of(aryz.offset(), "--role", "commissioner-officer", "--step-up");

    ManyOpeningsTest(Browser browser) {
        this.browser = browser;
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void whatStaffSaidIsReadPageByPageToTheFirstOfThousandsOfOpenings() throws Exception {
        HeldComplaint held = openedThousandsOfTimesBetweenTwoNotes();

        JsonNode page = notes(held, "");
        List<String> texts = new ArrayList<>(texts(page));
        int pages = 1;
        for (String next = next(page); !next.isEmpty(); next = next(page)) {
            page = notes(held, next);
            texts.addAll(texts(page));
            pages++;
        }

        assertThat(texts).containsExactly(LAST, FIRST);
        assertThat(pages).isGreaterThan(MANY / AT_ONCE);
    }

    @Test
    void theRecordOfThousandsOfOpeningsIsShownFromTheLatestToTheFirst() throws Exception {
        HeldComplaint held = openedThousandsOfTimesBetweenTwoNotes();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            officer.open(aryz.inbox(), "/complaints/" + held.id());

            List<String> read = new ArrayList<>(lines(officer));
            assertThat(read).hasSize(AT_ONCE).anyMatch(line -> line.endsWith("flood-" + (MANY - 1)));
            while (officer.page().locator(EARLIER).count() > 0) {
                officer.follow(EARLIER, "Earlier ones");
                assertThat(lines(officer)).hasSizeLessThanOrEqualTo(AT_ONCE);
                read.addAll(lines(officer));
            }

            officer.assertIsForEverybody();
            assertThat(read).filteredOn(line -> line.contains("flood-")).hasSize(MANY);
            assertThat(read).filteredOn(line -> line.contains(IDENTITY_OPENED)).hasSize(2);
            officer.follow("[aria-labelledby=history] a", "The latest");
            assertThat(lines(officer)).hasSize(AT_ONCE);
        }
    }

    @Test
    void theNotesOfEarlierOpeningsAreAskedForBelowTheLatest() throws Exception {
        HeldComplaint held = openedThousandsOfTimesBetweenTwoNotes();
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.inbox(), "commissioner, step-up");
            officer.open(aryz.inbox(), "/complaints/" + held.id());

            officer.openSection("note", "OVERSIGHT", "");
            assertThat(officer.text(".opened")).contains(LAST).doesNotContain(FIRST);
            Visitor.follow(officer.page(), () -> button(officer).click());

            assertThat(officer.text(".opened")).contains("there are earlier ones");
            while (button(officer).count() > 0) {
                Visitor.follow(officer.page(), () -> button(officer).click());
            }
            assertThat(officer.text(".opened")).contains(IDENTITY_OPENED, FIRST);
            officer.open(aryz.inbox(), "/complaints/" + held.id());
            officer.openSection("note", "OVERSIGHT", "");
            officer.assertIsForEverybody();
        }
    }

    @Test
    void aPlaceThatNobodyWasToldIsRefusedWhetherThereIsAComplaintOrNot() throws Exception {
        HeldComplaint held = held();

        Told answer = Told.of(ask(held.id(), "account", "x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer).isEqualTo(Told.of(ask("00000000-0000-8000-8000-000000000000", "account", "x")));
    }

    private HeldComplaint openedThousandsOfTimesBetweenTwoNotes() throws Exception {
        HeldComplaint held = held();
        openWithNote(held, FIRST);
        flood(held);
        openWithNote(held, LAST);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> texts(notes(held, "")).contains(LAST));
        return held;
    }

    private void openWithNote(HeldComplaint held, String note) throws IOException {
        String body = "{\"section\": \"identity\", \"purpose\": \"PROTECTION\", \"note\": \"%s\"}".formatted(note);
        assertThat(token.post(http, address(held.id()), body).status()).isEqualTo(200);
    }

    private void flood(HeldComplaint held) throws ExecutionException, InterruptedException {
        try (AvroSerdes serdes = AvroSerdes.from(Map.of(
                        AvroSerdes.REGISTRY, aryz.addresses().registryUrl().toString()));
                KafkaProducer<String, AccessEvent> producer = new KafkaProducer<>(
                        aryz.administrator(), new StringSerializer(), serdes.serializer(Topics.ACCESSES))) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int number = 0; number < MANY; number++) {
                sent.add(producer.send(Topics.ACCESSES.record(held.id(), held.id(), opening(held, number))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        }
    }

    private static AccessEvent opening(HeldComplaint held, int number) {
        Instant now = Instant.now();
        return AccessEvent.newBuilder()
                .setKind(AccessEventKind.OPENED)
                .setHeader(EventHeader.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setComplaintId(held.id())
                        .setOccurredAt(now)
                        .setRecordedAt(now)
                        .setActorRef("flood-" + number)
                        .build())
                .setOpened(SectionOpened.newBuilder()
                        .setComplaintNumber(held.number())
                        .setSection("account")
                        .setKeyRefs(List.of())
                        .setRole("head-of-unit")
                        .setService("a test")
                        .setPurpose("OVERSIGHT")
                        .build())
                .build();
    }

    private HeldComplaint held() throws IOException {
        return HeldComplaint.handIn(http, aryz.addresses(), aryz.log()).awaitAt(aryz.inbox(), token, http);
    }

    private JsonNode notes(HeldComplaint held, String after) throws IOException {
        Http.Answer answer = ask(held.id(), "note", after);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Http.Answer ask(String complaintId, String section, String after) throws IOException {
        String place = after.isEmpty() ? "" : ", \"after\": \"" + after + '"';
        return token.post(
                http,
                address(complaintId),
                "{\"section\": \"%s\", \"purpose\": \"OVERSIGHT\"%s}".formatted(section, place));
    }

    private URI address(String complaintId) {
        return aryz.inbox().resolve("/api/v1/complaints/" + complaintId + "/openings");
    }

    private static String next(JsonNode notes) {
        return notes.path("next").asText();
    }

    private static List<String> texts(JsonNode notes) {
        return StreamSupport.stream(notes.path("parts").spliterator(), false)
                .map(part -> part.at("/content/text").asText())
                .toList();
    }

    private static Locator button(Employee officer) {
        return officer.page().locator(".opened form button");
    }

    private static List<String> lines(Employee officer) {
        return officer.page().locator("[aria-labelledby=history] li").allInnerTexts();
    }
}
