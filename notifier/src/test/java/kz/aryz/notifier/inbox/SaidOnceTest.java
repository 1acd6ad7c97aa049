package kz.aryz.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.aryz.access.Role;
import kz.aryz.notifier.inbox.HeldComplaints.Lying;
import kz.aryz.runtime.door.Staff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page says of the form that an officer has just sent. */
class SaidOnceTest {

    private static final Lying ONE = new Lying("one", "COMMISSIONER", null, Set.of("MIA"));
    private static final Lying OTHER = new Lying("other", "COMMISSIONER", null, Set.of("MIA"));
    private static final String CONFIRMED = "Thank you. It is recorded that you know.";

    private final Staff staff = new Staff("notifier");
    private StaffedInbox inbox;
    private HttpClient officer;

    @BeforeEach
    void signIn() throws Exception {
        inbox = new StaffedInbox(
                staff.client(), new HeldComplaints(List.of(ONE, OTHER)), new OpenedComplaints(List.of()));
        Map<String, Object> claims = Map.of(
                "roles",
                Role.COMMISSIONER_OFFICER.code(),
                "body",
                "COMMISSIONER",
                "acr",
                "step-up",
                "auth_time",
                Instant.now().getEpochSecond());
        try (HttpClient browser = staff.signedIn(inbox.address.resolve("/signed-in"), claims)) {
            officer = HttpClient.newBuilder()
                    .cookieHandler(browser.cookieHandler().orElseThrow())
                    .build();
        }
    }

    @AfterEach
    void stop() {
        officer.close();
        inbox.close();
        staff.close();
    }

    @ParameterizedTest
    @CsvSource({
        "legal-holds, reason=COURT_PROCEEDINGS, #destruction, The legal hold is on record.",
        "legal-holds/lifting, reason=PROCEEDINGS_OVER, #destruction, It is on record that you lifted the legal hold.",
        "ex-officio-check, unit=PROS.KZ-75&reason=PATTERN&key=k, #unit, Your wish is noted"
    })
    void whatBecameOfAComplaintIsSaidOnItsPageOnceAndOnNoOther(String form, String fields, String place, String word)
            throws Exception {
        HttpResponse<String> sent = send("/complaints/one/" + form, fields);

        assertThat(sent.headers().firstValue("Location")).hasValue("/complaints/one" + place);
        assertThat(page("/complaints/other")).doesNotContain(word);
        assertThat(page("/complaints/one")).contains(word);
        assertThat(page("/complaints/one")).doesNotContain(word);
    }

    @Test
    void thatAnAlertIsConfirmedIsSaidOnTheListThatItWasConfirmedInOnce() throws Exception {
        HttpResponse<String> sent = send("/alerts/" + ONE.obligationId() + "/acknowledgement?state=OPEN", "note=");

        assertThat(sent.headers().firstValue("Location")).hasValue("/?state=OPEN");
        assertThat(page("/")).doesNotContain(CONFIRMED);
        assertThat(page("/?state=OPEN")).contains(CONFIRMED);
        assertThat(page("/?state=OPEN")).doesNotContain(CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({
        "/?confirmed, It is recorded",
        "/complaints/one?said=DONE, It is done",
        "/complaints/one?decided=APPROVE, is on record."
    })
    void noLinkHasAPageSayAnything(String link, String word) throws Exception {
        assertThat(page(link)).contains("<main").doesNotContain(word, "class=\"confirmed\"");
    }

    private HttpResponse<String> send(String path, String fields) throws IOException, InterruptedException {
        String token = Staff.formToken(officer, inbox.address);
        HttpResponse<String> answer = officer.send(
                HttpRequest.newBuilder(inbox.address.resolve(path))
                        .POST(BodyPublishers.ofString(token + "&" + fields))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer;
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(inbox.address.resolve(path)).build();
        return officer.send(request, BodyHandlers.ofString()).body();
    }
}
