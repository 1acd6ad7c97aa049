package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.aryz.access.Role;
import kz.aryz.runtime.door.Staff;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseCommandKind;
import kz.aryz.triage.desk.Held.Lying;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the head of a unit is offered at the desk, and what the others find instead. */
class AssignmentTest {

    private static final String OWN = "PROS.KZ-75";
    private static final String FOREIGN = "PROS.KZ-71";
    private static final String THEIRS = "complaint-of-the-foreign-unit";
    private static final String ACCUSES_US = "complaint-that-excludes-us";
    private static final Map<String, Object> HEAD = Staff.claims(Role.HEAD_OF_UNIT, OWN);

    private final Staff staff = new Staff("triage-streams");
    private StaffedDesk desk;
    private String aigul;

    @BeforeEach
    void start() throws IOException {
        List<Lying> complaints = Stream.concat(
                        Held.lying(OWN, 2),
                        Stream.of(
                                Held.lying("mine", OWN, staff.pseudonym()),
                                Held.lying(ACCUSES_US, OWN, null, "PROS_KZ-75"),
                                Held.lying(THEIRS, FOREIGN, null)))
                .toList();
        desk = new StaffedDesk(Optional.of(staff.client()), complaints);
        aigul = desk.came("Aigul", Role.INVESTIGATOR, OWN);
        desk.came("Serik", Role.INVESTIGATOR, FOREIGN);
        desk.came("Head", Role.HEAD_OF_UNIT, OWN);
        await().until(() -> desk.written().size() == 2);
        desk.readBack();
    }

    @AfterEach
    void stop() {
        desk.close();
        staff.close();
    }

    @Test
    void theHeadIsOfferedThoseWhoWorkOnTheUnitsComplaints() throws Exception {
        HttpResponse<String> answer = staff.program(address("/api/v1/queues/" + OWN + "/staff"), "GET", HEAD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"staff\":[{\"pseudonym\":\"" + aigul + "\",\"name\":\"Aigul\"}]}");
    }

    @Test
    void anOrderIsACommandWithAllThatTriageDecidesBy() throws Exception {
        HttpResponse<String> answer = give(OWN, OWN + "-0", aigul, "key");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"outcome\":\"ACCEPTED\"", aigul, "\"seq\":4");
        CaseCommand command = desk.triage.commands().getFirst();
        assertThat(command.getKind()).isEqualTo(CaseCommandKind.ASSIGN);
        assertThat(command.getComplaintId()).isEqualTo(OWN + "-0");
        assertThat(command.getExpectedSeq()).isEqualTo(3);
        assertThat(command.getActor().getPseudonym()).isEqualTo(staff.pseudonym());
        assertThat(command.getActor().getRoles()).containsExactly("head-of-unit");
        assertThat(command.getAssign().getUnit()).isEqualTo(OWN);
        assertThat(command.getAssign().getAssignee().getPseudonym()).isEqualTo(aigul);
        assertThat(command.getAssign().getAssignee().getUnits()).containsExactly(OWN);
    }

    @Test
    void theSameOrderUnderTheSameKeyIsTheSameCommand() throws Exception {
        give(OWN, OWN + "-0", aigul, "one");
        give(OWN, OWN + "-0", aigul, "one");
        give(OWN, OWN + "-0", aigul, "two");
        give(OWN, OWN + "-1", aigul, "one");

        List<String> ids =
                desk.triage.commands().stream().map(CaseCommand::getCommandId).toList();
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.subList(1, 4)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"NOT_OF_UNIT, not-of-unit", "ALREADY_THEIRS, already-theirs", "CHANGED, changed"})
    void aRefusalSaysWhyAndWhatToDo(String refusal, String problem) throws Exception {
        desk.triage.refuse(refusal);

        HttpResponse<String> answer = give(OWN, OWN + "-0", aigul, "key");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("urn:aryz:problem:" + problem);
    }

    @Test
    void whoIsNotKnownIsAskedToComeOnce() throws Exception {
        HttpResponse<String> answer = give(OWN, OWN + "-0", "nobody-knows-them", "key");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("urn:aryz:problem:not-of-unit", "sign in here once");
        assertThat(desk.triage.commands()).isEmpty();
    }

    @Test
    void whenTriageDoesNotAnswerItIsNotKnownWhetherItWillBeDone() throws Exception {
        desk.triage.fallSilent();

        HttpResponse<String> answer = give(OWN, OWN + "-0", aigul, "key");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("urn:aryz:problem:unanswered", "same Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"assignee\":7}",
                "{\"assignee\":\"x\",\"seq\":\"3\"}",
                "{\"assignee\":\"x\",\"reason\":\"ill\"}"
            })
    void whatIsNoOrderIsExplained(String body) throws Exception {
        URI address = address("/api/v1/queues/" + OWN + "/" + OWN + "-0/assignment");

        HttpResponse<String> answer = staff.send(address, "key", body, HEAD);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:aryz:problem:bad-assignment");
    }

    @ParameterizedTest
    @CsvSource({
        "PROS.KZ-75, complaint-of-the-foreign-unit",
        "PROS.KZ-71, complaint-of-the-foreign-unit",
        "PROS.KZ-71, PROS.KZ-75-0",
        "PROS.KZ-75, complaint-that-excludes-us",
        "NO.SUCH-UNIT, PROS.KZ-75-0"
    })
    void whatIsNotTheirsToGiveAnswersAsWhatNeverWas(String unit, String complaint) throws Exception {
        HttpResponse<String> answer = give(unit, complaint, aigul, "key");
        HttpResponse<String> nothing = give(OWN, "never-was", aigul, "key");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo(nothing.body());
        assertThat(answer.headers().map().keySet())
                .isEqualTo(nothing.headers().map().keySet());
        assertThat(desk.triage.commands()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HEAD_OF_UNIT"})
    void nobodyElseGivesAnythingToAnybody(Role role) throws Exception {
        URI address = address("/api/v1/queues/" + OWN + "/" + OWN + "-0/assignment");

        HttpResponse<String> answer =
                staff.send(address, "key", "{\"assignee\":\"" + aigul + "\"}", Staff.claims(role, OWN));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(desk.triage.commands()).isEmpty();
    }

    @Test
    void anInvestigatorFindsTheirOwnComplaintsInListAndCountAndNoOther() throws Exception {
        Map<String, Object> claims = Staff.claims(Role.INVESTIGATOR, OWN);

        assertThat(staff.program(address("/api/v1/queues"), "GET", claims).body())
                .isEqualTo("{\"units\":[{\"unit\":\"PROS.KZ-75\",\"open\":1}]}");
        assertThat(staff.program(address("/api/v1/queues/" + OWN), "GET", claims)
                        .body())
                .contains("number-of-mine")
                .doesNotContain(OWN + "-0", OWN + "-1", ACCUSES_US);
        assertThat(staff.person(address("/?unit=" + OWN), claims).body())
                .contains("number-of-mine")
                .doesNotContain("number-of-" + OWN, ACCUSES_US, "<select", "Assigned to");
    }

    @Test
    void whoComesIsWrittenDownWithTheNameSealed() throws Exception {
        Map<String, Object> claims = Map.of("roles", "investigator", "units", OWN, "name", "Canary of Almaty");

        staff.program(address("/api/v1/queues"), "GET", claims);

        await().until(() -> desk.written().size() == 3);
        assertThat(desk.written().getLast().getPerson().getPseudonym()).isEqualTo(staff.pseudonym());
        assertThat(desk.written().getLast().getPerson().getUnits()).containsExactly(OWN);
        assertThat(desk.written().toString()).doesNotContain("Canary");
    }

    @Test
    void whoIsKnownIsNotWrittenDownAgain() throws Exception {
        Map<String, Object> claims = Staff.claims(Role.INVESTIGATOR, OWN);
        staff.program(address("/api/v1/queues"), "GET", claims);
        await().until(() -> desk.written().size() == 3);
        staff.program(address("/api/v1/queues"), "GET", claims);
        desk.readBack();
        staff.program(address("/api/v1/queues"), "GET", claims);

        desk.came("Dana", Role.INVESTIGATOR, OWN);

        await().until(() -> desk.written().size() == 4);
        assertThat(desk.written().getLast().getPerson().getPseudonym()).isEqualTo("pseudonym-of-Dana");
    }

    @Test
    void whoComesAgainAsSomethingElseIsOfferedNoMore() throws Exception {
        desk.came("Aigul", Role.TRIAGE_OFFICER, OWN);
        await().until(() -> desk.written().size() == 3);
        desk.readBack();

        HttpResponse<String> answer = staff.program(address("/api/v1/queues/" + OWN + "/staff"), "GET", HEAD);

        assertThat(answer.body()).isEqualTo("{\"staff\":[]}");
    }

    @Test
    void thePageShowsWhoHasWhatAndGivesByAFormOfTheSession() throws Exception {
        URI page = address("/?unit=" + OWN);
        try (HttpClient browser = staff.signedIn(page, HEAD)) {
            String shown = get(browser, page).body();
            assertThat(shown).contains("Assigned to", "nobody yet", ">Aigul</option>");

            HttpResponse<String> after = post(browser, address(action(shown)), fields(shown, "csrf", "seq", "key"));

            assertThat(after.statusCode()).isEqualTo(200);
            assertThat(after.uri()).isEqualTo(page);
            assertThat(after.body()).contains("The complaint is assigned.");
            assertThat(desk.triage.commands()).hasSize(1);
            assertThat(get(browser, page).body()).doesNotContain("The complaint is assigned.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_OF_UNIT, Not assigned: that person does not work",
        "ALREADY_THEIRS, has the complaint already",
        "CHANGED, Not assigned: something has happened",
        "OF_A_LATER_VERSION, Not assigned: something has happened"
    })
    void thePageSaysWhyTriageRefused(String refusal, String word) throws Exception {
        desk.triage.refuse(refusal);
        URI page = address("/?unit=" + OWN);
        try (HttpClient browser = staff.signedIn(page, HEAD)) {
            String shown = get(browser, page).body();

            HttpResponse<String> after = post(browser, address(action(shown)), fields(shown, "csrf", "seq", "key"));

            assertThat(after.body()).contains(word);
        }
    }

    @Test
    void noLinkHasThePageSayThatAComplaintIsAssigned() throws Exception {
        URI page = address("/?unit=" + OWN + "&said=ACCEPTED");
        try (HttpClient browser = staff.signedIn(page, HEAD)) {
            assertThat(get(browser, page).body()).contains("Assigned to").doesNotContain("The complaint is assigned.");
        }
    }

    @Test
    void aFormWithoutTheSessionsTokenGivesNothing() throws Exception {
        URI page = address("/?unit=" + OWN);
        try (HttpClient browser = staff.signedIn(page, HEAD)) {
            String shown = get(browser, page).body();

            HttpResponse<String> after = post(browser, address(action(shown)), fields(shown, "seq", "key"));

            assertThat(after.statusCode()).isEqualTo(403);
            assertThat(desk.triage.commands()).isEmpty();
        }
    }

    @Test
    void whereNobodySignsInNothingIsOfferedAndTheApiSaysWhy() throws Exception {
        try (StaffedDesk open =
                        new StaffedDesk(Optional.empty(), Held.lying(OWN, 1).toList());
                HttpClient anybody = HttpClient.newHttpClient()) {
            String api = "/api/v1/queues/" + OWN;

            HttpResponse<String> people = get(anybody, open.address.resolve(api + "/staff"));
            HttpResponse<String> given = anybody.send(
                    HttpRequest.newBuilder(open.address.resolve(api + "/" + OWN + "-0/assignment"))
                            .POST(BodyPublishers.ofString("{\"assignee\":\"x\"}"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(people.statusCode()).isEqualTo(409);
            assertThat(given.statusCode()).isEqualTo(409);
            assertThat(given.body()).contains("urn:aryz:problem:nobody-signs-in", "OIDC_ISSUER");
            assertThat(get(anybody, open.address.resolve("/?unit=" + OWN)).body())
                    .contains("number-of-" + OWN)
                    .doesNotContain("<select", "Assigned to");
        }
    }

    private HttpResponse<String> give(String unit, String complaint, String assignee, String key) throws Exception {
        URI address = address("/api/v1/queues/" + unit + "/" + complaint + "/assignment");
        return staff.send(address, key, "{\"assignee\":\"" + assignee + "\"}", HEAD);
    }

    private URI address(String path) {
        return desk.address.resolve(path);
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(HttpClient browser, URI address, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private static String action(String page) {
        return first(page, "action=\"(/complaints/[^\"]+)\"").replace("&amp;", "&");
    }

    private String fields(String page, String... names) {
        StringBuilder form = new StringBuilder("assignee=" + aigul);
        String after = page.substring(page.indexOf("action=\"/complaints/"));
        for (String name : names) {
            String value = first(after, "name=\"" + name + "\" value=\"([^\"]+)\"");
            form.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static String first(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
