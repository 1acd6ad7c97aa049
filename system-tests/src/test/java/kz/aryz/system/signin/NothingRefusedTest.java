package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import kz.aryz.id.DeterministicId;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.broker.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Staff who sign in, at a broker that grants what is planned and nothing else: it refuses nothing of what they do. Its log
 * tells of all that was done before in the same Aryz, too.
 */
@Uses(SignInAryz.class)
class NothingRefusedTest {

    private static final String QUEUE = "/api/v1/queues/" + ALMATY;
    private static final String APPROVAL =
            "{\"sections\": [\"account\"], \"ground\": \"COURT_ORDER\", \"reference\": \"2-17/2026\"}";
    private static final String EMERGENCY =
            "{\"section\": \"identity\", \"purpose\": \"PROTECTION\", \"breakGlass\": true, \"note\": \"жизнь в опасности\"}";
    private static final String HOLD = "{\"reason\": \"COURT_PROCEEDINGS\", \"reference\": \"2-17/2026\"}";

    /** Where a complaint's chain of events is when it is decided. */
    private static final long DECIDED = 3;

    private final SignInAryz aryz = SignInAryz.get();
    private final URI desk = aryz.desk();
    private final URI inbox = aryz.inbox();
    private final Http http = new Http();

    @AfterEach
    void end() {
        http.close();
    }

    @Test
    void aUnitAndTheCommissionersOfficersDoAllTheirWorkAndTheBrokerRefusesNothing() throws Exception {
        Colleague head = Colleague.of(aryz, "head-of-unit", ALMATY);
        RoutedComplaint routed = RoutedComplaint.handIn(http, aryz.addresses(), head, desk);
        anInvestigatorIsGivenItAndReads(head, routed);
        theHeadReadsWhoItIsInAnEmergency(head, routed);
        theProsecutorDecidesOnItsDestruction(routed);

        Token officer = Token.of(aryz.offset(), "--role", "commissioner-officer", "--step-up");
        HeldComplaint held =
                HeldComplaint.handIn(http, aryz.addresses(), aryz.log()).awaitAt(inbox, officer, http);
        theOfficerConfirmsTheAlert(officer, held);
        theOfficerReleasesItAndTheUnitReadsWhoItIs(officer, head, held);

        assertThat(Refused.by(aryz.processes().kafka())).isEmpty();
    }

    private void anInvestigatorIsGivenItAndReads(Colleague head, RoutedComplaint complaint) throws Exception {
        Colleague investigator = Colleague.of(aryz, "investigator", ALMATY);
        assertThat(investigator.read(http, desk, QUEUE).status()).isEqualTo(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                head.read(http, desk, QUEUE + "/staff").body().findValuesAsText("pseudonym"))
                        .contains(investigator.pseudonym()));

        Http.Answer given = head.give(
                http,
                desk,
                QUEUE + "/" + complaint.id() + "/assignment",
                "one",
                "{\"assignee\": \"" + investigator.pseudonym() + "\"}");

        assertThat(given.body().path("outcome").asText()).isEqualTo("ACCEPTED");
        awaitOpened(
                investigator.token(),
                complaint.id(),
                "{\"section\": \"account\", \"purpose\": \"INVESTIGATION\"}",
                complaint.story());
    }

    private void theHeadReadsWhoItIsInAnEmergency(Colleague head, RoutedComplaint complaint) {
        awaitOpened(head.token(), complaint.id(), EMERGENCY, complaint.name());
    }

    private void theProsecutorDecidesOnItsDestruction(RoutedComplaint complaint) throws IOException {
        Token prosecutor = Token.of(aryz.offset(), "--role", "supervising-prosecutor", "--unit", ALMATY, "--step-up");
        String path = "/api/v1/complaints/" + complaint.id();

        assertThat(post(prosecutor, desk, path + "/destruction-approvals", APPROVAL))
                .isEqualTo(201);
        assertThat(post(prosecutor, desk, path + "/legal-holds", HOLD)).isEqualTo(201);
        assertThat(post(prosecutor, desk, path + "/legal-holds/lifting", HOLD)).isEqualTo(201);
    }

    private void theOfficerConfirmsTheAlert(Token officer, HeldComplaint held) {
        String alert = DeterministicId.of(held.id(), "CLASS_A_ALLEGATION", "COMMISSIONER");

        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(post(
                                officer, inbox, "/api/v1/alerts/" + alert + "/acknowledgement", "{\"note\": \"seen\"}"))
                        .isEqualTo(200));
    }

    private void theOfficerReleasesItAndTheUnitReadsWhoItIs(Token officer, Colleague head, HeldComplaint held) {
        URI release = inbox.resolve("/api/v1/complaints/" + held.id() + "/release");
        String order = "{\"unit\": \"%s\", \"reason\": \"LEGAL_DUTY\", \"seq\": %d}".formatted(ALMATY, DECIDED);
        Map<String, String> headers = Map.of("Authorization", "Bearer " + officer.text(), "Idempotency-Key", "one");

        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() ->
                        assertThat(http.post(release, order, headers).status()).isEqualTo(200));
        awaitOpened(head.token(), held.id(), EMERGENCY, held.name());
    }

    private int post(Token token, URI service, String path, String body) throws IOException {
        return token.post(http, service.resolve(path), body).status();
    }

    private void awaitOpened(Token token, String complaintId, String opening, String content) {
        await().atMost(PATIENCE).ignoreException(IOException.class).untilAsserted(() -> {
            JsonNode answer = token.post(http, desk.resolve("/api/v1/complaints/" + complaintId + "/openings"), opening)
                    .body();
            assertThat(answer.toString()).contains(content);
        });
    }
}
