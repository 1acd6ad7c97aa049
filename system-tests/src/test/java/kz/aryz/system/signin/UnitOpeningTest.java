package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static kz.aryz.system.signin.SignInAryz.ASTANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.aryz.quickstart.mail.Mailbox;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.SectionOpened;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit's people read what their role and consent let them, at either of two desks, and it is on record before they do. */
@Uses(SignInAryz.class)
class UnitOpeningTest {

    private static final String NOWHERE = "00000000-0000-8000-8000-000000000000";

    private final SignInAryz aryz = SignInAryz.get();
    private final URI first = aryz.desk();
    private final URI second = aryz.secondDesk().address();
    private final Http http = new Http();
    private Colleague head;
    private Colleague aigul;
    private RoutedComplaint complaint;

    /** A complaint lies in the unit's queue, and its head can read what happened. */
    @BeforeEach
    void begin() throws Exception {
        head = Colleague.of(aryz, "head-of-unit", ALMATY);
        aigul = Colleague.of(aryz, "investigator", ALMATY);
        complaint = RoutedComplaint.handIn(http, aryz.addresses(), head, first);
        awaitAccount(complaint);
    }

    @AfterEach
    void end() {
        http.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"head-of-unit", "triage-officer", "supervising-prosecutor"})
    void whoWatchesOverAUnitReadsWhatHappenedAndNotWhoIsConcerned(String role) throws Exception {
        Colleague reader = Colleague.of(aryz, role, ALMATY);

        for (URI desk : List.of(first, second)) {
            Http.Answer account = open(reader, desk, complaint.id(), "account", "INVESTIGATION");

            assertThat(content(account).path("narrative").asText()).isEqualTo(complaint.story());
            assertThat(account.headers()).containsEntry("cache-control", "no-store");
            assertIsLikeNothing(reader, desk, complaint.id(), "identity");
        }
        assertThat(openings("account", reader)).hasSize(2).allSatisfy(event -> {
            SectionOpened opened = event.getOpened();
            assertThat(opened.getRole()).isEqualTo(role);
            assertThat(opened.getService()).isEqualTo("triage-streams");
            assertThat(opened.getUnits()).containsExactly(ALMATY);
            assertThat(opened.getBodies()).isNotEmpty();
            assertThat(opened.getPurpose()).isEqualTo("INVESTIGATION");
            assertThat(opened.getBreakGlass()).isFalse();
            assertThat(opened.getNote().getRecipients()).containsExactly("COMMISSIONER");
        });
        assertThat(openings("identity", reader)).isEmpty();
    }

    @Test
    void anInvestigatorReadsWhatIsAssignedToThemUntilItIsAnothers() throws Exception {
        Colleague serik = Colleague.of(aryz, "investigator", ALMATY);
        assertIsLikeNothing(aigul, first, complaint.id(), "account");

        give(aigul, "one");

        for (URI desk : List.of(first, second)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(open(aigul, desk, complaint.id(), "identity", "PROTECTION")
                                    .status())
                            .isEqualTo(200));
            Http.Answer identity = open(aigul, desk, complaint.id(), "identity", "PROTECTION");
            assertThat(content(identity).path("complainant").path("fullName").asText())
                    .isEqualTo(complaint.name());
            assertThat(content(open(aigul, desk, complaint.id(), "account", "INVESTIGATION"))
                            .path("narrative")
                            .asText())
                    .isEqualTo(complaint.story());
            assertIsLikeNothing(serik, desk, complaint.id(), "account");
            assertIsLikeNothing(serik, desk, complaint.id(), "identity");
        }

        give(serik, "two");

        assertIsLikeNothing(aigul, first, complaint.id(), "identity");
        assertIsLikeNothing(aigul, second, complaint.id(), "account");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(open(serik, second, complaint.id(), "identity", "INVESTIGATION")
                                .status())
                        .isEqualTo(200));
    }

    @Test
    void whatIsAnotherUnitsOrAnExcludedBodysIsLikeWhatNeverWas() throws Exception {
        String police = "{\"roles\":[\"head-of-unit\"],\"units\":[\"" + ALMATY
                + "\"],\"body\":[\"MIA\"],\"aud\":[\"triage-streams\"],\"acr\":\"step-up\"}";
        List<Token> strangers = List.of(
                Colleague.of(aryz, "head-of-unit", ASTANA).token(),
                Colleague.of(aryz, "supervising-prosecutor", ASTANA).token(),
                ChosenToken.of(aryz.addresses().issuer(), police));

        for (Token stranger : strangers) {
            for (String section : List.of("account", "identity")) {
                for (String id : List.of(complaint.id(), "malformed", complaint.id() + "x", "%20")) {
                    Told answer = told(stranger, first, id, section);

                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer).isEqualTo(told(stranger, first, NOWHERE, section));
                }
            }
        }
    }

    @Test
    void whatConsentKeepsFromTheUnitNobodyOfItReadsThoughTheyKnowOfIt() throws Exception {
        RoutedComplaint refused = RoutedComplaint.handIn(http, aryz.addresses(), "REFUSED", head, first);

        for (String role : List.of("head-of-unit", "triage-officer", "supervising-prosecutor")) {
            Colleague reader = Colleague.of(aryz, role, ALMATY);
            assertIsLikeNothing(reader, first, refused.id(), "account");
            assertIsLikeNothing(reader, first, refused.id(), "identity");
            assertThat(emergency(reader, refused.id(), "жизнь в опасности").status())
                    .isEqualTo(404);
        }
        assertThat(aryz.log().of(Topics.ACCESSES))
                .noneMatch(event -> event.getHeader().getComplaintId().equals(refused.id()));
    }

    @Test
    void whereItCannotBePutOnRecordNothingIsShown() throws Exception {
        aryz.processes().kafka().kill();
        try {
            Http.Answer refused = open(head, first, complaint.id(), "account", "INVESTIGATION");

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().path("type").asText()).isEqualTo("urn:aryz:problem:nothing-opened");
            assertThat(refused.body().toString()).doesNotContain(complaint.story());
        } finally {
            aryz.startBrokerAgain();
        }
        awaitAccount(complaint);
    }

    @Test
    void aRestartForgetsNothingOfWhoMayReadWhat() throws Exception {
        give(aigul, "one");

        aryz.deskServer().close();
        aryz.deskServer().startAndAwait(PATIENCE);

        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(open(aigul, first, complaint.id(), "identity", "INVESTIGATION")
                                .status())
                        .isEqualTo(200));
        assertIsLikeNothing(head, first, complaint.id(), "identity");
    }

    @Test
    void theCommissionerSeesWhoOfAUnitOpenedWhat() throws Exception {
        open(head, first, complaint.id(), "account", "CORRECTION");
        Token officer = Token.of(aryz.offset(), "--role", "commissioner-officer");

        JsonNode items =
                officer.accesses(http, aryz.inbox(), "?limit=500").body().path("items");

        assertThat(items)
                .filteredOn(item -> item.path("complaintId").asText().equals(complaint.id()))
                .filteredOn(item -> item.path("purpose").asText().equals("CORRECTION"))
                .singleElement()
                .satisfies(item -> assertThat(item.toString())
                        .contains("head-of-unit", ALMATY, complaint.number())
                        .doesNotContain(complaint.story()));
    }

    @Test
    void anEmergencyWithoutAWordOnItIsNone() throws Exception {
        Told answer = Told.of(emergency(head, complaint.id(), " "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:aryz:problem:note-missing");
        assertThat(answer).isEqualTo(Told.of(emergency(head, NOWHERE, " ")));
        assertThat(openings("identity", head)).isEmpty();
    }

    @Test
    void inAnEmergencyTheHeadReadsWhoIsConcernedAndTheCommissionerIsTold() throws Exception {
        Http.Answer identity = emergency(head, complaint.id(), "он без сознания " + complaint.number());
        Http.Answer again = emergency(head, complaint.id(), "он без сознания " + complaint.number());

        assertThat(content(identity).path("complainant").path("fullName").asText())
                .isEqualTo(complaint.name());
        assertThat(again.body()).isEqualTo(identity.body());
        assertThat(openings("identity", head)).hasSize(2).allSatisfy(event -> {
            assertThat(event.getOpened().getBreakGlass()).isTrue();
            assertThat(event.getOpened().getRole()).isEqualTo("head-of-unit");
            assertThat(event.getOpened().getNote()).isNotNull();
        });
        Token officer = Token.of(aryz.offset(), "--role", "commissioner-officer");
        List<JsonNode> duties = await().atMost(PATIENCE).until(() -> emergencies(officer), found -> !found.isEmpty());
        assertThat(duties).doesNotHaveDuplicates().allSatisfy(duty -> {
            assertThat(duty.path("state").asText()).isNotEqualTo("ACKNOWLEDGED");
            assertThat(duty.toString()).doesNotContain(complaint.name());
        });
        String obligationId = duties.getFirst().path("obligationId").asText();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mails())
                        .filteredOn(mail -> mail.contains(obligationId))
                        .isNotEmpty()
                        .allSatisfy(mail ->
                                assertThat(mail).contains(complaint.number()).doesNotContain(complaint.name())));
    }

    @Test
    void whatWasSaidAboutAnEmergencyIsReadByTheCommissionersOfficerThoughAUnitHasTheComplaint() throws Exception {
        emergency(head, complaint.id(), "он без сознания");
        Token officer = Token.of(aryz.offset(), "--role", "commissioner-officer", "--step-up");
        URI openings = aryz.inbox().resolve("/api/v1/complaints/" + complaint.id() + "/openings");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                officer.post(http, openings, "{\"section\": \"note\", \"purpose\": \"OVERSIGHT\"}")
                                        .body()
                                        .path("parts")
                                        .findValuesAsText("text"))
                        .contains("он без сознания"));
    }

    @Test
    void anEmergencyIsForNobodyElse() throws Exception {
        List<Colleague> others =
                List.of(aigul, Colleague.of(aryz, "head-of-unit", ASTANA), Colleague.of(aryz, "investigator", ASTANA));

        for (Colleague other : others) {
            Told answer = Told.of(emergency(other, complaint.id(), "срочно"));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer).isEqualTo(Told.of(emergency(other, NOWHERE, "срочно")));
        }
    }

    private List<String> mails() throws Exception {
        try (Mailbox mailbox = new Mailbox(aryz.addresses().mailboxUrl())) {
            return mailbox.read().stream()
                    .map(mail -> mail.subject() + mail.text())
                    .toList();
        }
    }

    private List<JsonNode> emergencies(Token officer) throws IOException {
        JsonNode alerts = officer.read(http, aryz.inbox().resolve("/api/v1/alerts?limit=500"))
                .body()
                .path("items");
        return StreamSupport.stream(alerts.spliterator(), false)
                .filter(alert -> alert.path("complaintId").asText().equals(complaint.id()))
                .filter(alert -> alert.path("reason").asText().equals("BREAK_GLASS"))
                .toList();
    }

    private void give(Colleague assignee, String key) throws IOException {
        String queue = "/api/v1/queues/" + ALMATY;
        assertThat(assignee.read(http, first, queue).status()).isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(head.give(
                                        http,
                                        first,
                                        queue + "/" + complaint.id() + "/assignment",
                                        key,
                                        "{\"assignee\":\"" + assignee.pseudonym() + "\"}")
                                .status())
                        .isEqualTo(200));
    }

    private void awaitAccount(RoutedComplaint routed) {
        routed.awaitAt(first, head, http).awaitAt(second, head, http);
    }

    private Http.Answer open(Colleague reader, URI desk, String id, String section, String purpose) throws IOException {
        return open(reader.token(), desk, id, section, purpose);
    }

    private Http.Answer open(Token reader, URI desk, String id, String section, String purpose) throws IOException {
        return reader.post(
                http,
                address(desk, id),
                "{\"section\": \"%s\", \"purpose\": \"%s\", \"note\": \"заметка\"}".formatted(section, purpose));
    }

    private Http.Answer emergency(Colleague reader, String id, String note) throws IOException {
        return reader.token()
                .post(
                        http,
                        address(first, id),
                        "{\"section\": \"identity\", \"purpose\": \"PROTECTION\", \"note\": \"%s\", \"breakGlass\": true}"
                                .formatted(note));
    }

    private static URI address(URI desk, String id) {
        return URI.create(desk + "/api/v1/complaints/" + id + "/openings");
    }

    private void assertIsLikeNothing(Colleague reader, URI desk, String id, String section) throws IOException {
        Told answer = told(reader.token(), desk, id, section);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer).isEqualTo(told(reader.token(), desk, NOWHERE, section));
    }

    private Told told(Token reader, URI desk, String id, String section) throws IOException {
        return Told.of(open(reader, desk, id, section, "OVERSIGHT"));
    }

    private static JsonNode content(Http.Answer opened) {
        assertThat(opened.status()).isEqualTo(200);
        return opened.body().path("parts").path(0).path("content");
    }

    private List<AccessEvent> openings(String section, Colleague reader) {
        return aryz.log().of(Topics.ACCESSES).stream()
                .filter(event -> event.getHeader().getComplaintId().equals(complaint.id()))
                .filter(event -> event.getHeader().getActorRef().equals(reader.pseudonym()))
                .filter(event -> event.getOpened().getSection().equals(section))
                .toList();
    }
}
