package kz.aryz.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.DestructionApproved;
import kz.aryz.schema.LegalHold;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People of two bodies decide, each at the desk of their own service, whether a complaint may be destroyed. */
@Uses(SignInAryz.class)
class DestructionTest {

    private static final String NOWHERE = "00000000-0000-8000-8000-000000000000";
    private static final String APPROVALS = "destruction-approvals";
    private static final String HOLDS = "legal-holds";
    private static final String APPROVAL =
            "{\"sections\": [\"identity\"], \"ground\": \"COURT_ORDER\", \"reference\": \"2-17/2026\"}";
    private static final String HOLD = "{\"reason\": \"COURT_PROCEEDINGS\", \"reference\": \"2-17/2026\"}";

    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();
    private final String routed = aryz.complaintId();

    @AfterEach
    void close() {
        http.close();
    }

    @ParameterizedTest
    @CsvSource({
        "commissioner-officer,, notifier, COMMISSIONER",
        "supervising-prosecutor, PROS.KZ-75, triage-streams, PROS_KZ-75"
    })
    void bothBodiesApproveAtTheirOwnServiceAndItIsOnRecordBeforeTheAnswer(
            String role, String unit, String service, String body) throws IOException {
        Http.Answer answer = token(role, unit).post(http, address(service, routed, APPROVALS), APPROVAL);

        assertThat(answer.status()).isEqualTo(201);
        AccessEvent event = onRecord(answer);
        assertThat(event.getKind()).isEqualTo(AccessEventKind.DESTRUCTION_APPROVED);
        assertThat(event.getHeader().getComplaintId()).isEqualTo(routed);
        assertThat(event.getHeader().getActorRef()).isNotBlank();
        DestructionApproved approved = event.getDestructionApproved();
        assertThat(approved.getSections()).containsExactly("identity");
        assertThat(approved.getGround()).isEqualTo("COURT_ORDER");
        assertThat(approved.getReference()).isEqualTo("2-17/2026");
        assertThat(approved.getRole()).isEqualTo(role);
        assertThat(approved.getBodies()).containsExactly(body);
        assertThat(approved.getService()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"commissioner-officer,, notifier", "supervising-prosecutor, PROS.KZ-75, triage-streams"})
    void bothSetAndLiftALegalHold(String role, String unit, String service) throws IOException {
        Token token = token(role, unit);

        AccessEvent set = onRecord(token.post(http, address(service, routed, HOLDS), HOLD));
        AccessEvent lifted = onRecord(token.post(http, address(service, routed, HOLDS + "/lifting"), HOLD));

        assertThat(set.getKind()).isEqualTo(AccessEventKind.LEGAL_HOLD_SET);
        assertThat(lifted.getKind()).isEqualTo(AccessEventKind.LEGAL_HOLD_LIFTED);
        LegalHold hold = lifted.getLegalHold();
        assertThat(hold.getReason()).isEqualTo("COURT_PROCEEDINGS");
        assertThat(hold.getRole()).isEqualTo(role);
        assertThat(hold.getService()).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource({"commissioner-officer,, notifier", "supervising-prosecutor, PROS.KZ-75, triage-streams"})
    void whatBringsADestructionNearerTakesAFreshProofAndWhatKeepsItOffTakesNone(
            String role, String unit, String service) throws IOException {
        Token signedIn = unit == null
                ? Token.of(aryz.offset(), "--role", role)
                : Token.of(aryz.offset(), "--role", role, "--unit", unit);

        Http.Answer set = signedIn.post(http, address(service, routed, HOLDS), HOLD);

        onRecord(set);
        for (String grave : List.of(APPROVALS, HOLDS + "/lifting")) {
            String body = grave.equals(APPROVALS) ? APPROVAL : HOLD;
            Told refused = Told.of(signedIn.post(http, address(service, routed, grave), body));

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.headers().get("www-authenticate"))
                    .contains("insufficient_user_authentication", "acr_values=\"step-up\"");
            assertThat(refused).isEqualTo(Told.of(signedIn.post(http, address(service, NOWHERE, grave), body)));
        }
        onRecord(token(role, unit).post(http, address(service, routed, HOLDS + "/lifting"), HOLD));
    }

    @ParameterizedTest
    @CsvSource({
        "commissioner-officer,, triage-streams",
        "supervising-prosecutor, PROS.KZ-75, notifier",
        "supervising-prosecutor, PROS.KZ-71, triage-streams",
        "head-of-unit, PROS.KZ-75, triage-streams",
        "investigator, PROS.KZ-75, triage-streams",
        "triage-officer, PROS.KZ-75, triage-streams",
        "auditor,, notifier",
        "administrator,, triage-streams",
        "statistician,, notifier",
        "intake-clerk,, notifier"
    })
    void forEverybodyElseAComplaintIsLikeNone(String role, String unit, String service) throws IOException {
        Token token = token(role, unit);

        for (String what : List.of(APPROVALS, HOLDS, HOLDS + "/lifting")) {
            String body = what.equals(APPROVALS) ? APPROVAL : HOLD;
            Told here = Told.of(token.post(http, address(service, routed, what), body));
            Told nowhere = Told.of(token.post(http, address(service, NOWHERE, what), body));

            assertThat(nowhere.status()).isEqualTo(404);
            assertThat(here).isEqualTo(nowhere);
        }
    }

    /** A role, a unit and a body that the provider never gave, each in a token that was a good one. */
    @ParameterizedTest
    @CsvSource({
        "head-of-unit, PROS.KZ-75, head-of-unit, supervising-prosecutor",
        "supervising-prosecutor, PROS.KZ-71, PROS.KZ-71, PROS.KZ-75"
    })
    void aTokenInWhichSomebodyChangedTheirRoleOrUnitApprovesNothing(
            String role, String unit, String given, String wanted) throws IOException {
        String[] parts = token(role, unit).text().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains('"' + given + '"');
        String forged = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        claims.replace('"' + given + '"', '"' + wanted + '"').getBytes(StandardCharsets.UTF_8));
        String unsigned = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

        for (String text : List.of(parts[0] + '.' + forged + '.' + parts[2], unsigned + '.' + forged + '.')) {
            for (String what : List.of(APPROVALS, HOLDS, HOLDS + "/lifting")) {
                Http.Answer answer = new Token(text)
                        .post(http, address("triage-streams", routed, what), what.equals(APPROVALS) ? APPROVAL : HOLD);

                assertThat(answer.status()).isEqualTo(401);
            }
        }
    }

    /**
     * Given by a provider that does not know whom the complaint accuses; and one who decides at the Commissioner's service, which
     * does not know what body their unit is of.
     */
    @ParameterizedTest
    @CsvSource({"MIA, triage-streams", "MIA, notifier", "PROS_KZ-75, notifier"})
    void forASupervisingProsecutorOfAnAccusedBodyOrElsewhereAComplaintIsLikeNone(String bodyCode, String service)
            throws Exception {
        Token prosecutor = ChosenToken.of(
                aryz.addresses().issuer(),
                "{\"roles\":[\"supervising-prosecutor\"],\"units\":[\"PROS.KZ-75\"],\"body\":[\"%s\"],\"acr\":\"step-up\",\"aud\":[\"%s\"]}"
                        .formatted(bodyCode, service));

        for (String what : List.of(APPROVALS, HOLDS, HOLDS + "/lifting")) {
            String body = what.equals(APPROVALS) ? APPROVAL : HOLD;
            Told here = Told.of(prosecutor.post(http, address(service, routed, what), body));

            assertThat(here.status()).isEqualTo(404);
            assertThat(here).isEqualTo(Told.of(prosecutor.post(http, address(service, NOWHERE, what), body)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sections\": [], \"ground\": \"RETENTION_OVER\"}",
                "{\"sections\": [\"staff-name\"], \"ground\": \"RETENTION_OVER\"}",
                "{\"sections\": [\"identity\"], \"ground\": \"BECAUSE\"}",
                "{\"sections\": [\"identity\"], \"ground\": \"COURT_ORDER\"}",
                "{\"sections\": [\"identity\"], \"ground\": \"RETENTION_OVER\", \"reference\": \"he said: burn it!\"}"
            })
    void whatIsNoApprovalIsRefusedWhetherOrNotThereIsTheComplaint(String body) throws IOException {
        Token officer = token("commissioner-officer", null);

        Told answer = Told.of(officer.post(http, address("notifier", routed, APPROVALS), body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer).isEqualTo(Told.of(officer.post(http, address("notifier", NOWHERE, APPROVALS), body)));
    }

    @Test
    void theOverseerSeesInTheListWhoApprovedWhat() throws IOException {
        Token officer = token("commissioner-officer", null);
        String eventId = officer.post(http, address("notifier", routed, APPROVALS), APPROVAL)
                .body()
                .path("eventId")
                .asText();

        Http.Answer list = officer.accesses(http, aryz.inbox(), "?limit=500");

        assertThat(list.body().path("items"))
                .filteredOn(item -> item.path("eventId").asText().equals(eventId))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("kind").asText()).isEqualTo("DESTRUCTION_APPROVED");
                    assertThat(item.path("section").asText()).isEqualTo("identity");
                    assertThat(item.path("purpose").asText()).isEqualTo("COURT_ORDER");
                });
    }

    private AccessEvent onRecord(Http.Answer answer) {
        assertThat(answer.status()).isEqualTo(201);
        String eventId = answer.body().path("eventId").asText();
        return aryz.log().of(Topics.ACCESSES).stream()
                .filter(event -> event.getHeader().getEventId().equals(eventId))
                .findFirst()
                .orElseThrow();
    }

    private URI address(String service, String complaintId, String what) {
        URI base = service.equals("notifier") ? aryz.inbox() : aryz.desk();
        return base.resolve("/api/v1/complaints/" + complaintId + "/" + what);
    }

    /** Of somebody who has proved themselves just now. */
    private Token token(String role, @Nullable String unit) {
        return unit == null
                ? Token.of(aryz.offset(), "--role", role, "--step-up")
                : Token.of(aryz.offset(), "--role", role, "--unit", unit, "--step-up");
    }
}
