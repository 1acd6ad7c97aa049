package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.SectionOpened;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.Http;
import kz.aryz.system.TimeBound;
import kz.aryz.system.Uses;
import kz.aryz.system.canary.Canary;
import kz.aryz.system.canary.FileTraces;
import kz.aryz.system.canary.TopicTraces;
import kz.aryz.system.canary.Trace;
import kz.aryz.system.shredding.Facts;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Commissioner's officers read what no unit has, and it is on record before they do. */
@Uses(SignInAryz.class)
class OpeningTest {

    private static final String NOWHERE = "00000000-0000-8000-8000-000000000000";

    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();
    private final Token officer = token("--role", "commissioner-officer", "--step-up");

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void whatNoUnitHasIsOpenedWithThePurposeOnRecord() throws Exception {
        HeldComplaint held = held();

        Http.Answer identity = open(officer, held.id(), "identity", "PROTECTION", "звонить сестре " + held.number());
        Http.Answer account = open(officer, held.id(), "account", "OVERSIGHT", "");

        assertThat(identity.status()).isEqualTo(200);
        assertThat(identity.headers()).containsEntry("cache-control", "no-store");
        assertThat(content(identity).path("complainant").path("fullName").asText())
                .isEqualTo(held.name());
        assertThat(content(account).path("narrative").asText()).isEqualTo(held.story());
        assertThat(openings(held, "identity")).singleElement().satisfies(event -> {
            SectionOpened opened = event.getOpened();
            assertThat(event.getHeader().getActorRef()).isNotBlank();
            assertThat(opened.getComplaintNumber()).isEqualTo(held.number());
            assertThat(opened.getPurpose()).isEqualTo("PROTECTION");
            assertThat(opened.getRole()).isEqualTo("commissioner-officer");
            assertThat(opened.getBodies()).containsExactly("COMMISSIONER");
            assertThat(opened.getService()).isEqualTo("notifier");
            assertThat(opened.getKeyRefs()).hasSize(1);
            assertThat(opened.getNote().getRecipients()).containsExactly("COMMISSIONER");
        });
    }

    @Test
    void whatWasOpenedAndTheNoteAreInNoTopicAndNoFile() throws Exception {
        HeldComplaint held = held();
        String note = "заметка о звонке " + held.id();

        open(officer, held.id(), "identity", "PROTECTION", note);
        open(officer, held.id(), "account", "PROTECTION", note);

        List<Canary> said = List.of(new Canary(held.story()), new Canary(held.name()), new Canary(note));
        TopicTraces topics = new TopicTraces(aryz.administrator());
        assertThat(Trace.of(said, topics.read())).isEmpty();
        assertThat(Trace.of(said, FileTraces.under(aryz.folder().resolve("logs"))))
                .isEmpty();
        assertThat(Trace.of(said, FileTraces.under(aryz.folder().resolve("notifier"))))
                .isEmpty();
    }

    @Test
    void nobodyNeedsTriageForIt() throws Exception {
        aryz.secondDesk().stop();
        aryz.processes().triage().stop(PATIENCE);
        try {
            HeldComplaint undecided = held();

            Http.Answer identity = open(officer, undecided.id(), "identity", "OVERSIGHT", "");

            assertThat(content(identity).path("complainant").path("fullName").asText())
                    .isEqualTo(undecided.name());
            assertThat(openings(undecided, "identity")).hasSize(1);
        } finally {
            aryz.processes().triage().startAndAwait(PATIENCE);
            aryz.secondDesk().resume();
        }
    }

    @Test
    void whereItCannotBePutOnRecordNothingIsShown() throws Exception {
        HeldComplaint held = held();
        aryz.processes().kafka().kill();
        try {
            Http.Answer refused = open(officer, held.id(), "identity", "OVERSIGHT", "");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.type()).isEqualTo("application/problem+json");
            assertThat(refused.body().path("type").asText()).isEqualTo("urn:aryz:problem:nothing-opened");
            assertThat(refused.body().toString()).doesNotContain(held.name());
        } finally {
            aryz.startBrokerAgain();
        }
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(open(officer, held.id(), "identity", "OVERSIGHT", "")
                                .status())
                        .isEqualTo(200));
    }

    /** The broker gives the clocks no time to differ at all, so that they do. */
    @Test
    void whereTheClocksDifferNothingIsShownAndTheLogSaysWhatToDo() throws Exception {
        HeldComplaint held = held();
        TimeBound bound = new TimeBound(aryz.administrator());
        bound.set(Duration.ZERO);
        try {
            await().atMost(PATIENCE).untilAsserted(() -> {
                Http.Answer refused = open(officer, held.id(), "identity", "OVERSIGHT", "");

                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.body().path("type").asText()).isEqualTo("urn:aryz:problem:nothing-opened");
                assertThat(refused.body().toString()).doesNotContain(held.name());
            });
        } finally {
            bound.putBack();
        }
        assertThat(Files.readString(aryz.folder().resolve("logs").resolve("notifier.log")))
                .contains("Set the clocks of this machine and of the brokers");
    }

    @Test
    void whatIsWrittenForAnotherDayHidesNothingThatWasThereBefore() throws Exception {
        Instant now = Instant.now();
        String before = UUID.randomUUID().toString();
        String hidden = UUID.randomUUID().toString();
        TimeBound bound = new TimeBound(aryz.administrator());
        try (AvroSerdes serdes = AvroSerdes.from(Map.of(
                        AvroSerdes.REGISTRY, aryz.addresses().registryUrl().toString()));
                Facts facts = new Facts(
                        aryz.addresses().bootstrapServers(), serdes, aryz.lock().administrator())) {
            bound.lift();
            facts.commissionerHolds(before, now.minusMillis(1));
            facts.commissionerHolds(hidden, now);
            facts.commissionerHolds(hidden, Instant.EPOCH);
            facts.commissionerHolds(hidden, Instant.EPOCH);

            assertThat(complaintsOnRecordUntil(before)).containsSubsequence(hidden, hidden, hidden, before);
        } finally {
            bound.putBack();
        }
    }

    /** Whom the list is about, from its beginning to the first that is about this one, two at a time. */
    private List<String> complaintsOnRecordUntil(String complaintId) {
        List<String> complaints = new ArrayList<>();
        String after = "";
        while (!complaints.contains(complaintId)) {
            Http.Answer page = officer.accesses(http, aryz.inbox(), "?limit=2" + after);
            assertThat(page.status()).isEqualTo(200);
            complaints.addAll(page.body().path("items").findValuesAsText("complaintId"));
            after = "&after=" + page.body().path("next").asText();
        }
        return complaints;
    }

    @Test
    void whatAUnitHasIsOpenedThereAndNotHere() throws Exception {
        Told answer = told(officer, aryz.complaintId(), "identity");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer).isEqualTo(told(officer, NOWHERE, "identity"));
    }

    @ParameterizedTest
    @CsvSource({
        "head-of-unit, PROS.KZ-75",
        "investigator, PROS.KZ-75",
        "triage-officer, PROS.KZ-75",
        "supervising-prosecutor, PROS.KZ-75",
        "auditor,",
        "statistician,",
        "administrator,",
        "intake-clerk,",
        "npm-monitor,",
        "facility-terminal,"
    })
    void forEverybodyElseAComplaintIsLikeNone(String role, String unit) throws Exception {
        HeldComplaint held = held();
        Token token = unit == null ? token("--role", role) : token("--role", role, "--unit", unit);

        for (String section : List.of("identity", "account", "note", "none")) {
            Told answer = told(token, held.id(), section);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer).isEqualTo(told(token, NOWHERE, section));
        }
        assertThat(openings(held, "identity")).isEmpty();
    }

    @Test
    void whoItIsIsNotOpenedToWhoHasNotProvedThemselvesAnewAndWhetherThereIsOneIsNotSaid() throws Exception {
        HeldComplaint held = held();
        Token ordinary = token("--role", "commissioner-officer");

        Told answer = told(ordinary, held.id(), "identity");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().get("www-authenticate"))
                .contains("insufficient_user_authentication", "acr_values=\"step-up\"");
        assertThat(answer).isEqualTo(told(ordinary, NOWHERE, "identity"));
        assertThat(openings(held, "identity")).isEmpty();
        assertThat(told(ordinary, held.id(), "note")).isEqualTo(answer);
        assertThat(told(ordinary, held.id(), "account").status()).isEqualTo(200);
    }

    @Test
    void anOpeningWithoutAPurposeIsNone() throws Exception {
        HeldComplaint held = held();

        Told answer = Told.of(open(officer, held.id(), "identity", "CURIOSITY", ""));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer).isEqualTo(Told.of(open(officer, NOWHERE, "identity", "CURIOSITY", "")));
        assertThat(openings(held, "identity")).isEmpty();
    }

    @Test
    void whoReadsTheLogSeesWhoOpenedWhatAndNoWordOfTheNote() throws Exception {
        HeldComplaint held = held();
        open(officer, held.id(), "identity", "CORRECTION", "заметка");

        for (Token reader : List.of(officer, token("--role", "auditor"))) {
            JsonNode items =
                    reader.accesses(http, aryz.inbox(), "?limit=500").body().path("items");

            assertThat(items)
                    .filteredOn(item -> item.path("complaintId").asText().equals(held.id()))
                    .filteredOn(item -> item.path("section").asText().equals("identity"))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.path("purpose").asText()).isEqualTo("CORRECTION");
                        assertThat(item.has("note")).isFalse();
                        assertThat(item.path("withNote").asBoolean()).isTrue();
                    });
            assertThat(items)
                    .filteredOn(item -> item.path("kind").asText().equals("OPENED"))
                    .extracting(item -> Instant.parse(item.path("at").asText()))
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
        assertThat(token("--role", "head-of-unit", "--unit", "PROS.KZ-75")
                        .read(http, aryz.inbox().resolve("/api/v1/accesses"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatSomebodySaidIsReadByAnOfficerOnRecordLikeEverythingSealed() throws Exception {
        HeldComplaint held = held();
        open(officer, held.id(), "account", "OVERSIGHT", "");
        open(officer, held.id(), "identity", "PROTECTION", "звонить сестре");
        String eventId = openings(held, "identity").getFirst().getHeader().getEventId();

        Http.Answer notes = await().atMost(PATIENCE)
                .until(
                        () -> open(officer, held.id(), "note", "OVERSIGHT", ""),
                        answer -> answer.status() == 200
                                && !answer.body().path("parts").isEmpty());

        assertThat(notes.headers()).containsEntry("cache-control", "no-store");
        assertThat(notes.body().path("parts")).singleElement().satisfies(part -> {
            assertThat(part.path("eventId").asText()).isEqualTo(eventId);
            assertThat(part.at("/content/text").asText()).isEqualTo("звонить сестре");
        });
        assertThat(openings(held, "note").getLast().getOpened()).satisfies(opened -> {
            assertThat(opened.getPurpose()).isEqualTo("OVERSIGHT");
            assertThat(opened.getRole()).isEqualTo("commissioner-officer");
            assertThat(opened.getKeyRefs()).hasSize(1);
        });
    }

    @Test
    void atADeskNobodyReadsWhatStaffSaid() throws Exception {
        URI desk = aryz.desk().resolve("/api/v1/complaints/" + aryz.complaintId() + "/openings");
        String body = "{\"section\": \"note\", \"purpose\": \"OVERSIGHT\"}";

        for (Token reader :
                List.of(officer, token("--role", "supervising-prosecutor", "--unit", "PROS.KZ-75", "--step-up"))) {
            assertThat(reader.post(http, desk, body).status()).isEqualTo(400);
        }
    }

    @Test
    void theLogIsReadPageByPageWithoutLosingOrRepeatingAny() throws Exception {
        HeldComplaint held = held();
        for (int i = 0; i < 4; i++) {
            open(officer, held.id(), "account", "OVERSIGHT", "");
        }

        List<String> whole = ids("?limit=500");
        List<String> first = ids("?limit=3");
        String next = officer.accesses(http, aryz.inbox(), "?limit=3")
                .body()
                .path("next")
                .asText();
        List<String> second = ids("?limit=2&after=" + next);

        assertThat(first).isEqualTo(whole.subList(0, 3));
        assertThat(second).isEqualTo(whole.subList(3, 5));
    }

    private List<String> ids(String query) {
        return officer.accesses(http, aryz.inbox(), query).body().path("items").findValuesAsText("eventId");
    }

    private HeldComplaint held() throws IOException {
        return HeldComplaint.handIn(http, aryz.addresses(), aryz.log()).awaitAt(aryz.inbox(), officer, http);
    }

    private Http.Answer open(Token token, String complaintId, String section, String purpose, String note)
            throws IOException {
        return token.post(
                http,
                address(complaintId),
                "{\"section\": \"%s\", \"purpose\": \"%s\", \"note\": \"%s\"}".formatted(section, purpose, note));
    }

    private URI address(String complaintId) {
        return aryz.inbox().resolve("/api/v1/complaints/" + complaintId + "/openings");
    }

    private Told told(Token token, String complaintId, String section) throws IOException {
        return Told.of(open(token, complaintId, section, "OVERSIGHT", ""));
    }

    private static JsonNode content(Http.Answer opened) {
        assertThat(opened.status()).isEqualTo(200);
        return opened.body().path("parts").path(0).path("content");
    }

    private List<AccessEvent> openings(HeldComplaint complaint, String section) {
        return aryz.log().of(Topics.ACCESSES).stream()
                .filter(event -> event.getHeader().getComplaintId().equals(complaint.id()))
                .filter(event -> event.getOpened() != null)
                .filter(event -> event.getOpened().getSection().equals(section))
                .toList();
    }

    private Token token(String... options) {
        return Token.of(aryz.offset(), options);
    }
}
