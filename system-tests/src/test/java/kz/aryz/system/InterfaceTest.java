package kz.aryz.system;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.Http.Answer;
import kz.aryz.system.journey.Complaints;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other programs are written against these names, numbers and refusals: none is missing, none was added. */
@Uses(SharedAryz.class)
class InterfaceTest {

    private static final String UNIT = "PROS.SPECIAL";
    private static final String QUEUES = "/api/v1/queues";
    private static final String ALERTS = "/api/v1/alerts";

    private final Addresses addresses = SharedAryz.get().addresses();
    private final Http http = new Http();

    @BeforeEach
    void awaitWhole() {
        Stream.of(addresses.triageUrl(), addresses.notifierUrl())
                .forEach(service -> await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> http.get(service.resolve("/health/ready")).status() == 200));
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void aComplaintIsAnsweredWithItsReceipt() throws IOException {
        Answer answer = submit();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsKey("location");
        assertFields(answer.body(), "complaintNumber", "receiptKey", "receivedAt", "gaps");
        assertThat(answer.body().path("gaps").isArray()).isTrue();
    }

    @Test
    void theStatusSaysHowItStands() throws IOException {
        String key = submit().body().path("receiptKey").asText();

        Answer answer = http.get(addresses.intakeUrl().resolve("/api/v1/status"), Map.of("Receipt-Key", key));

        assertThat(answer.status()).isEqualTo(200);
        assertFields(answer.body(), "state", "receivedAt", "updatedAt", "nextStep");
    }

    @Test
    void theQueuesAreCounted() throws IOException {
        Answer answer = triage(QUEUES);

        assertThat(answer.status()).isEqualTo(200);
        assertFields(answer.body(), "units");
        assertFields(answer.body().path("units").path(0), "unit", "open");
    }

    @Test
    void aQueueListsItsComplaints() throws IOException {
        submit();
        String unit = await().atMost(PATIENCE).ignoreExceptions().until(this::busyUnit, found -> !found.isEmpty());

        Answer answer = triage(QUEUES + "/" + unit + "?limit=1");

        assertThat(answer.status()).isEqualTo(200);
        assertFields(answer.body(), "items", "next", "partial");
        assertFields(
                answer.body().path("items").path(0),
                "complaintId",
                "complaintNumber",
                "class",
                "priority",
                "receivedAt",
                "regionCode",
                "facilityType");
    }

    @Test
    void alertsAreListedAndConfirmed() throws IOException {
        submit();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> !notifier(ALERTS).body().path("items").isEmpty());

        Answer answer = notifier(ALERTS + "?limit=1");

        assertThat(answer.status()).isEqualTo(200);
        assertFields(answer.body(), "items", "next");
        JsonNode alert = answer.body().path("items").path(0);
        assertFields(
                alert,
                "obligationId",
                "complaintNumber",
                "addressee",
                "reason",
                "priority",
                "state",
                "createdAt",
                "attempts");
        String id = alert.path("obligationId").asText();
        assertThat(confirm(id, "{\"note\": \"seen\"}").status()).isEqualTo(200);
        assertThat(confirm(id, "").status()).isEqualTo(200);
    }

    /** Nobody could be put on record. */
    @Test
    void nothingIsOpenedWhereNobodySignsIn() throws IOException {
        String complaintId = queued().path("complaintId").asText();

        for (String section : List.of("identity", "account")) {
            String wish = "{\"section\": \"%s\", \"purpose\": \"OVERSIGHT\"}".formatted(section);
            for (URI service : List.of(addresses.triageUrl(), addresses.notifierUrl())) {
                URI openings = service.resolve("/api/v1/complaints/" + complaintId + "/openings");
                assertProblem(http.post(openings, wish, Map.of()), 403, "OIDC_ISSUER");
            }
        }
        assertThat(new TopicContents(addresses.bootstrapServers(), addresses.registryUrl()).of(Topics.ACCESSES))
                .noneMatch(access -> access.getHeader().getComplaintId().equals(complaintId));
    }

    @Test
    void nothingIsGivenToAnybodyWhereNobodySignsIn() throws IOException {
        String complaintId = queued().path("complaintId").asText();
        URI assignment = addresses.triageUrl().resolve(QUEUES + "/" + busyUnit() + "/" + complaintId + "/assignment");

        Answer answer = http.post(assignment, "{\"assignee\": \"somebody\"}", Map.of());

        assertProblem(answer, 409, "OIDC_ISSUER");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void aLimitWithinTheBoundsIsKept(int limit) throws IOException {
        for (Answer answer : bothLists("?limit=" + limit)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("items")).hasSizeLessThanOrEqualTo(limit);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "501",
                "-1",
                "+1",
                "%2B1",
                "%D9%A5",
                "00001",
                "1.5",
                "many",
                "99999999999999999999",
                "%20",
                ""
            })
    void aLimitOutOfBoundsIsRefusedAndTheBoundsAreSaid(String limit) throws IOException {
        for (Answer answer : bothLists("?limit=" + limit)) {
            assertProblem(answer, 400, "1 to 500");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%25%25%25", "Zm9vYmFy", "UFJPUy5LWi03NXxQMHwwMDAwMDAwMDAwMDAwMDF8eA"})
    void aPlaceThatIsNoneIsRefusedAndSaidWhereToTakeOneFrom(String place) throws IOException {
        for (Answer answer : bothLists("?after=" + place)) {
            assertProblem(answer, 400, "next");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLOSED", "open", "%20"})
    void aStateThatIsNoneIsRefusedAndTheStatesAreSaid(String state) throws IOException {
        assertProblem(notifier(ALERTS + "?state=" + state), 400, "OPEN or ACKNOWLEDGED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROS.KZ-00", "pros.special", "%20", "PROS.SPECIAL%3Flimit=1"})
    void aUnitThatIsNoneIsNotFound(String unit) throws IOException {
        assertProblem(triage(QUEUES + "/" + unit), 404, "");
    }

    @Test
    void anObligationThatIsNoneIsNotFound() throws IOException {
        assertProblem(confirm(UUID.randomUUID().toString(), ""), 404, "");
        assertProblem(confirm("no%20id", ""), 404, "");
    }

    @Test
    void aReceiptKeyThatIsNoneIsNotFound() throws IOException {
        URI status = addresses.intakeUrl().resolve("/api/v1/status");

        assertProblem(http.get(status, Map.of("Receipt-Key", "0000-0000-0000-0000-0000")), 404, "key");
        assertProblem(http.get(status), 404, "key");
    }

    private Answer submit() throws IOException {
        return http.post(
                addresses.intakeUrl().resolve("/api/v1/complaints"),
                Complaints.torture("WEB_FORM", "ru").toString(),
                Map.of());
    }

    private Answer confirm(String obligationId, String body) throws IOException {
        return http.post(
                addresses.notifierUrl().resolve(ALERTS + "/" + obligationId + "/acknowledgement"), body, Map.of());
    }

    /** A complaint in some queue. */
    private JsonNode queued() throws IOException {
        submit();
        String unit = await().atMost(PATIENCE).ignoreExceptions().until(this::busyUnit, found -> !found.isEmpty());
        return triage(QUEUES + "/" + unit + "?limit=1").body().path("items").path(0);
    }

    private String busyUnit() throws IOException {
        for (JsonNode unit : triage(QUEUES).body().path("units")) {
            if (unit.path("open").asInt() > 0) {
                return unit.path("unit").asText();
            }
        }
        return "";
    }

    private List<Answer> bothLists(String query) throws IOException {
        return List.of(triage(QUEUES + "/" + UNIT + query), notifier(ALERTS + query));
    }

    private Answer triage(String pathAndQuery) throws IOException {
        return http.get(addresses.triageUrl().resolve(pathAndQuery));
    }

    private Answer notifier(String pathAndQuery) throws IOException {
        return http.get(addresses.notifierUrl().resolve(pathAndQuery));
    }

    private static void assertFields(JsonNode object, String... names) {
        assertThat(object.fieldNames()).toIterable().containsExactlyInAnyOrder(names);
    }

    /** RFC 9457, and a detail that says what to do. */
    private static void assertProblem(Answer answer, int status, String remedy) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertFields(answer.body(), "type", "title", "status", "detail");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("detail").asText()).isNotBlank().contains(remedy);
    }
}
