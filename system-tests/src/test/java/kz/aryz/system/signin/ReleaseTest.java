package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Opening;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.Section;
import kz.aryz.serde.AvroBinary;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An officer of the Commissioner's lets a unit have what the office holds, with the names or without. */
@Uses(SignInAryz.class)
class ReleaseTest {

    private static final String NOWHERE = "00000000-0000-8000-8000-000000000000";
    /** Position of the last event of a complaint that was registered, triaged and routed. */
    private static final long DECIDED = 3;

    private static final String RELEASE = "release";
    private static final String CHECK = "ex-officio-check";

    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();
    private final Token officer = Token.of(aryz.offset(), "--role", "commissioner-officer", "--step-up");

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void aReleasedComplaintIsTheUnitsWithTheNames() throws Exception {
        HeldComplaint held = decided("MIA");
        assertThat(opening(held)).isInstanceOf(Opening.Refused.class);

        Http.Answer answer = ask(officer, held.id(), RELEASE, "one", "CONSENT_OBTAINED_LATER");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("outcome").asText()).isEqualTo("DONE");
        assertThat(queue()).contains(held.number());
        assertThat(kinds(held)).endsWith(CaseEventKind.RELEASED, CaseEventKind.ROUTED);
        assertThatTheChainGoesOn(held);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nameOpened(held)).isEqualTo(held.name()));
        assertThat(releases(held)).singleElement().satisfies(event -> {
            assertThat(event.getReleased().getUnit()).isEqualTo(ALMATY);
            assertThat(event.getReleased().getReasonCode()).isEqualTo("CONSENT_OBTAINED_LATER");
            assertThat(event.getReleased().getRole()).isEqualTo("commissioner-officer");
            assertThat(event.getReleased().getComplaintNumber()).isEqualTo(held.number());
            assertThat(event.getReleased().getKeyRefs()).hasSize(1);
        });
    }

    @Test
    void whoeverReadsTheLogSeesTheRelease() throws Exception {
        HeldComplaint held = decided("MIA");

        ask(officer, held.id(), RELEASE, "one", "LEGAL_DUTY");

        JsonNode items =
                officer.accesses(http, aryz.inbox(), "?limit=500").body().path("items");
        assertThat(items)
                .filteredOn(item -> item.path("complaintId").asText().equals(held.id()))
                .filteredOn(item -> item.path("kind").asText().equals("RELEASED"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.path("releasedTo").asText()).isEqualTo(ALMATY);
                    assertThat(item.path("purpose").asText()).isEqualTo("LEGAL_DUTY");
                });
    }

    @Test
    void whoeverHasNotProvedThemselvesJustNowIsToldToAndNothingIsOnRecord() throws Exception {
        HeldComplaint held = decided("MIA");
        Token signedIn = Token.of(aryz.offset(), "--role", "commissioner-officer");

        for (String step : List.of(RELEASE, CHECK)) {
            Http.Answer answer = ask(signedIn, held.id(), step, "one", "LEGAL_DUTY");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body().path("type").asText()).isEqualTo("urn:aryz:problem:step-up");
            assertThat(answer.headers().get("www-authenticate"))
                    .contains("insufficient_user_authentication", "acr_values=\"step-up\"");
            assertThat(answer.body())
                    .isEqualTo(ask(signedIn, NOWHERE, step, "one", "LEGAL_DUTY").body());
        }
        assertThat(releases(held)).isEmpty();
        assertThat(kinds(held)).endsWith(CaseEventKind.ROUTED).hasSize((int) DECIDED);
    }

    @Test
    void aSecondClickChangesNothing() throws Exception {
        HeldComplaint held = decided("MIA");
        Http.Answer first = ask(officer, held.id(), RELEASE, "one", "LEGAL_DUTY");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nameOpened(held)).isEqualTo(held.name()));
        List<CaseEventKind> before = kinds(held);

        Http.Answer again = ask(officer, held.id(), RELEASE, "one", "LEGAL_DUTY");
        Http.Answer anew = ask(officer, held.id(), RELEASE, "two", "LEGAL_DUTY");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(anew.status()).isEqualTo(409);
        assertThat(anew.body().path("type").asText()).isEqualTo("urn:aryz:problem:already-released");
        assertThat(kinds(held)).isEqualTo(before);
        assertThat(recipients(held)).containsExactly("COMMISSIONER", "TRIAGE");
    }

    @Test
    void aCheckGivesTheUnitTheBareFactsAndNothingThatConsentWithholds() throws Exception {
        HeldComplaint held = decided("MIA");

        Http.Answer answer = ask(officer, held.id(), CHECK, "one", "PATTERN");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(queue()).contains(held.number()).doesNotContain(held.name());
        assertThat(kinds(held)).endsWith(CaseEventKind.ROUTED).doesNotContain(CaseEventKind.RELEASED);
        assertThat(recipients(held)).containsExactly("COMMISSIONER");
        assertThat(opening(held)).isInstanceOf(Opening.Refused.class);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(ask(officer, held.id(), RELEASE, "two", "LIFE_AT_RISK", ALMATY, DECIDED + 1)
                                        .status())
                                .isEqualTo(200));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nameOpened(held)).isEqualTo(held.name()));
        assertThatTheChainGoesOn(held);
    }

    @Test
    void aUnitOfAnExcludedBodyIsGivenNothing() throws Exception {
        HeldComplaint held = decided("KNB");

        for (String step : List.of(RELEASE, CHECK)) {
            Http.Answer answer = ask(officer, held.id(), step, step, "LEGAL_DUTY", "ANTIKOR.KZ-75", DECIDED);

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().path("type").asText()).isEqualTo("urn:aryz:problem:excluded-unit");
        }
        assertThat(kinds(held)).doesNotContain(CaseEventKind.RELEASED);
        assertThat(recipients(held)).containsExactly("COMMISSIONER");
    }

    @Test
    void whatWasAskedForWhileTriageIsDownIsDoneWhenEverybodyIsBackAndNobodyAsksAgain() throws Exception {
        HeldComplaint held = decided("MIA");
        aryz.secondDesk().stop();
        aryz.processes().triage().stop(PATIENCE);
        try {
            Http.Answer noted = ask(officer, held.id(), RELEASE, "one", "COURT_ORDER");

            assertThat(noted.status()).isEqualTo(202);
            assertThat(noted.body().path("outcome").asText()).isEqualTo("NOTED");
            aryz.processes().notifier().stop(PATIENCE);
        } finally {
            aryz.processes().triage().startAndAwait(PATIENCE);
            aryz.secondDesk().resume();
        }
        try {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(kinds(held)).contains(CaseEventKind.RELEASED));
            assertThat(recipients(held)).containsExactly("COMMISSIONER");
        } finally {
            aryz.processes().notifier().startAndAwait(PATIENCE);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nameOpened(held)).isEqualTo(held.name()));
    }

    @Test
    void aReleaseThatWaitsForAKeysetIsMeasuredKeepsNothingElseUpAndIsHandedOverWhenTheKeysetIsThere() throws Exception {
        HeldComplaint held = decided("MIA");
        Path keyset = aryz.folder().resolve("keys/notifier/TRIAGE.public.json");
        Path aside = keyset.resolveSibling("aside");
        Files.move(keyset, aside);
        try {
            assertThat(ask(officer, held.id(), RELEASE, "one", "COURT_ORDER").status())
                    .isEqualTo(200);

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(waited()).isPositive());
            assertThat(http.get(aryz.inbox().resolve("/health/ready")).status()).isEqualTo(200);
            assertThat(recipients(held)).containsExactly("COMMISSIONER");
        } finally {
            Files.move(aside, keyset);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nameOpened(held)).isEqualTo(held.name()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waited()).isZero());
    }

    @ParameterizedTest
    @CsvSource({
        "head-of-unit, PROS.KZ-75",
        "investigator, PROS.KZ-75",
        "triage-officer, PROS.KZ-75",
        "supervising-prosecutor, PROS.KZ-75",
        "auditor,",
        "administrator,",
        "intake-clerk,"
    })
    void forEverybodyElseThereIsNothingToLetGo(String role, String unit) throws Exception {
        HeldComplaint held = decided("MIA");
        Token token = unit == null
                ? Token.of(aryz.offset(), "--role", role)
                : Token.of(aryz.offset(), "--role", role, "--unit", unit);

        for (String step : List.of(RELEASE, CHECK)) {
            Http.Answer answer = ask(token, held.id(), step, "one", "LEGAL_DUTY");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body())
                    .isEqualTo(ask(token, NOWHERE, step, "one", "LEGAL_DUTY").body());
        }
        assertThat(releases(held)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PATTERN", "OTHER", "CURIOSITY"})
    void aReleaseWithoutAReasonIsNone(String reason) throws Exception {
        HeldComplaint held = decided("MIA");

        Http.Answer answer = ask(officer, held.id(), RELEASE, "one", reason);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(releases(held)).isEmpty();
    }

    /** Seconds for which the oldest release has waited for its keys, as notifier measures it. */
    private double waited() throws IOException {
        try (InputStream measured = aryz.inbox().resolve("/metrics").toURL().openStream()) {
            return new String(measured.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("aryz_releases_oldest_waiting_age_seconds"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private HeldComplaint decided(String accused) throws IOException {
        HeldComplaint held = HeldComplaint.handIn(http, aryz.addresses(), aryz.log(), accused);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(kinds(held)).contains(CaseEventKind.ROUTED));
        held.awaitAt(aryz.inbox(), officer, http);
        return held;
    }

    private Http.Answer ask(Token token, String complaintId, String step, String key, String reason)
            throws IOException {
        return ask(token, complaintId, step, key, reason, ALMATY, DECIDED);
    }

    private Http.Answer ask(
            Token token, String complaintId, String step, String key, String reason, String unit, long seq)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + token.text());
        headers.put("Idempotency-Key", key);
        return http.post(
                aryz.inbox().resolve("/api/v1/complaints/" + complaintId + "/" + step),
                "{\"unit\": \"%s\", \"reason\": \"%s\", \"seq\": %d}".formatted(unit, reason, seq),
                headers);
    }

    private String queue() throws IOException {
        return officer.read(http, aryz.desk().resolve("/api/v1/queues/" + ALMATY + "?limit=500"))
                .body()
                .toString();
    }

    private List<CaseEvent> events(HeldComplaint held) {
        return aryz.log().of(Topics.CASE_EVENTS).stream()
                .filter(event -> event.getHeader().getComplaintId().equals(held.id()))
                .toList();
    }

    private List<CaseEventKind> kinds(HeldComplaint held) {
        return events(held).stream().map(CaseEvent::getKind).toList();
    }

    private List<AccessEvent> releases(HeldComplaint held) {
        return aryz.log().of(Topics.ACCESSES).stream()
                .filter(event -> event.getHeader().getComplaintId().equals(held.id()))
                .filter(event -> event.getKind() == AccessEventKind.RELEASED)
                .toList();
    }

    private WrappedKey key(HeldComplaint held) {
        String prefix = KeyReference.of(held.id(), Section.IDENTITY.path(), "");
        return aryz.log().of(Topics.KEYS).stream()
                .filter(row -> KeyReference.of(row).startsWith(prefix))
                .toList()
                .getLast();
    }

    private List<String> recipients(HeldComplaint held) {
        return key(held).getWraps().stream().map(KeyWrap::getRecipient).sorted().toList();
    }

    /** With the keys of triage, as they lie in its directory. */
    private Opening<IdentitySection> opening(HeldComplaint held) {
        Sealed sealed = aryz.log().of(Topics.SUBMISSIONS).stream()
                .filter(submission -> submission.getHeader().getComplaintId().equals(held.id()))
                .flatMap(submission -> submission.getComplaintReceived().getSections().stream())
                .filter(section -> section.getSection().equals(Section.IDENTITY.path()))
                .findFirst()
                .orElseThrow();
        return Keysets.load(aryz.folder().resolve("keys/triage").toUri())
                .opener(Recipient.TRIAGE)
                .open(held.id(), Section.IDENTITY, sealed, key(held));
    }

    private String nameOpened(HeldComplaint held) {
        assertThat(opening(held)).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened<IdentitySection>) opening(held))
                .content()
                .getComplainant()
                .getFullName();
    }

    private void assertThatTheChainGoesOn(HeldComplaint held) throws NoSuchAlgorithmException {
        List<CaseEvent> events = events(held);
        for (int position = 1; position < events.size(); position++) {
            byte[] before = AvroBinary.encode(events.get(position - 1));
            assertThat(events.get(position).getHeader().getSeq()).isEqualTo(position + 1L);
            assertThat(events.get(position).getHeader().getPrevHash())
                    .isEqualTo(
                            ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(before)));
        }
    }
}
