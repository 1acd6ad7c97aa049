package kz.aryz.intake.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kz.aryz.intake.api.TestServer;
import kz.aryz.intake.submission.Actor;
import kz.aryz.intake.submission.TestIntake;
import kz.aryz.schema.Channel;
import kz.aryz.schema.Submission;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clerk's pages where nobody signs in. */
class ClerkPagesTest {

    private static final Map<String, String> CALL =
            Map.of("channel", "HOTLINE", "callerNumber", "+7 700 111", "origin", "RELATIVE");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]<");
    private static final Pattern KEY = Pattern.compile("([0-9A-Z]{5}-){4}[0-9A-Z]<");

    private final TestIntake intake = TestIntake.create();
    private final TestServer server = new TestServer(intake);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"kk, Шағымды жазып алу", "ru, Записать жалобу", "en, Take a complaint down"})
    void asksInTheLanguageOfTheClerk(String language, String title) {
        HttpResponse<String> page = server.get("/clerk", "Accept-Language", language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"" + language + "\"", "<h1>" + title + "</h1>");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void everythingStandsOnOnePageAndTheStoryComesFirst() {
        String page = server.get("/clerk").body();

        assertThat(page).doesNotContain("<details>", "<script", "style=");
        assertThat(page.indexOf("id=\"narrative\""))
                .isLessThan(page.indexOf("type=\"radio\""))
                .isLessThan(page.indexOf("type=\"text\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void whatIsReadAloudComesBeforeTheConsentIsAsked(String language) {
        String page = server.get("/clerk", "Accept-Language", language).body();

        assertThat(page.indexOf("<blockquote>"))
                .isBetween(page.indexOf("id=\"consent-title\""), page.indexOf("name=\"transmitToProsecutor\""));
    }

    @Test
    void beginsWithHowItReachedUsAndThenWithTheStory() {
        String first = server.get("/clerk").body();
        String next = next(CALL, "same").body();

        assertThat(first).containsPattern("id=\"channel\"[^>]* autofocus");
        assertThat(first).doesNotContainPattern("id=\"narrative\"[^>]* autofocus");
        assertThat(next).containsPattern("id=\"narrative\"[^>]* autofocus");
        assertThat(next).doesNotContainPattern("id=\"channel\"[^>]* autofocus");
    }

    @Test
    void noLinkLeadsAwayFromWhatIsTypedOrShownOnce() {
        String link = "hreflang=";
        String button = "form=\"complaint\" formaction=\"/clerk?lang=ru\"";

        assertThat(server.get("/clerk").body()).contains(button).doesNotContain(link);
        assertThat(server.post("/clerk", complaint("c", " ")).body())
                .contains(button)
                .doesNotContain(link);
        assertThat(next(CALL, "same").body()).contains(button).doesNotContain(link);
        assertThat(server.post("/clerk", complaint("c", "x")).body()).doesNotContain(button, link);
    }

    @ParameterizedTest
    @CsvSource({"kk, Шағымды жазып алу", "ru, Записать жалобу", "en, Take a complaint down"})
    void showsAllThatWasTypedInTheLanguageThatIsChosenThenAndStoresNothing(String language, String title) {
        HttpResponse<String> page = changeLanguage(complaint("c", "<b>story</b>"), language);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "<html lang=\"" + language + "\"",
                        "<h1>" + title + "</h1>",
                        "value=\"c\"",
                        "&lt;b&gt;story&lt;/b&gt;",
                        "value=\"HOTLINE\" selected",
                        "value=\"RELATIVE\" selected",
                        "value=\"+7 700 111\"")
                .doesNotContain("role=\"alert\"");
        assertThat(intake.log().entries()).isEmpty();
    }

    @Test
    void whoeverChoosesAnotherLanguageWhileTheAnswerIsOnItsWayIsShownNumberAndKeyInIt() {
        server.post("/clerk", complaint("c", "CANARY"));

        HttpResponse<String> chosen = changeLanguage(complaint("c", "CANARY"), "en");

        assertThat(chosen.body())
                .contains("<html lang=\"en\"")
                .containsPattern(NUMBER)
                .containsPattern(KEY)
                .doesNotContain("CANARY");
        next(Html.hidden(chosen.body()), "same");
        assertThat(changeLanguage(complaint("c", "CANARY"), "en").body()).doesNotContainPattern(KEY);
    }

    @Test
    void whoeverGoesBackToAChoiceOfLanguageFindsNothingOfWhatWasTakenInSince() {
        changeLanguage(complaint("c", "CANARY"), "en");
        server.post("/clerk", complaint("c", "CANARY and more"));

        assertThat(changeLanguage(complaint("c", "CANARY"), "en").body())
                .contains("This complaint is already stored")
                .containsPattern(NUMBER)
                .doesNotContainPattern(KEY)
                .doesNotContain("CANARY");
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
    }

    @Test
    void saysInAnotherLanguageTooThatItIsNotKnownToBeStored() {
        intake.log().lose("complaints.submissions"::equals);
        String unconfirmed = server.post("/clerk", complaint("c", "x")).body();
        assertThat(unconfirmed).contains("name=\"sentIn\" value=\"kk\"");

        assertThat(changeLanguage(complaint("c", "x") + "&sentIn=kk", "en").body())
                .contains("We could not confirm", "name=\"sentIn\" value=\"kk\"");
    }

    @Test
    void readsOutNumberAndKeyGroupByGroup() {
        HttpResponse<String> receipt = server.post("/clerk", complaint("c", "They beat him."), "Accept-Language", "en");

        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body()).containsPattern(NUMBER).containsPattern(KEY);
        assertThat(receipt.body()).containsPattern("<li><strong>([0-9A-Z] ){3}[0-9A-Z]</strong>");
        assertThat(receipt.body()).doesNotContain("They beat him.");
    }

    @Test
    void oneCallWithThreeVictimsIsThreeComplaintsOfTheSameCall() {
        String receipt = server.post("/clerk", complaint("c", "one")).body();
        for (String story : new String[] {"two", "three"}) {
            Map<String, String> form =
                    new HashMap<>(Html.hidden(next(Html.hidden(receipt), "same").body()));
            assertThat(form.get("clientId")).isNotEqualTo("c").hasSize(36);
            form.putAll(CALL);
            form.put("narrative", story);
            receipt = server.post("/clerk", Html.encoded(form)).body();
        }

        assertThat(intake.log().values(Topics.SUBMISSIONS))
                .hasSize(3)
                .extracting(submission -> submission.getComplaintReceived().getChannel())
                .containsOnly(Channel.HOTLINE);
    }

    @Test
    void theNextComplaintOfACallKeepsTheCallAndNothingOfWhoCalled() {
        Map<String, String> fields = new HashMap<>(CALL);
        fields.putAll(Map.of("clientId", "c", "narrative", "one", "fullName", "A B", "victimName", "C D"));
        String receipt = server.post("/clerk", Html.encoded(fields)).body();

        String next = next(Html.hidden(receipt), "same").body();

        assertThat(next)
                .contains("value=\"HOTLINE\" selected", "value=\"RELATIVE\" selected", "value=\"+7 700 111\"")
                .doesNotContain("A B", "C D", ">one<");
    }

    @Test
    void aNewCallKeepsTheChannelOnly() {
        String next = next(CALL, "new").body();

        assertThat(next)
                .contains("value=\"HOTLINE\" selected")
                .doesNotContain("value=\"RELATIVE\" selected", "+7 700 111");
    }

    @Test
    void aCallAloneIsNoComplaint() {
        HttpResponse<String> page = server.post("/clerk", complaint("c", " "));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("role=\"alert\"", "href=\"#narrative\"", "value=\"+7 700 111\"", "value=\"c\"");
        assertThat(intake.log().values(Topics.SUBMISSIONS)).isEmpty();
    }

    @Test
    void keepsEverythingTypedWhenItCouldNotBeConfirmed() {
        intake.log().lose("complaints.submissions"::equals);

        HttpResponse<String> page = server.post("/clerk", complaint("client-7", "<b>story</b>"));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body())
                .contains("value=\"client-7\"", "&lt;b&gt;story&lt;/b&gt;", "value=\"RELATIVE\" selected");
    }

    /** As after a restart, while reference data are not read. */
    @Test
    void keepsWhereThePersonIsHeldThoughNoPlaceCanBeChosenNow() {
        String page = changeLanguage(complaint("c", "x") + "&heldAt=KZ-75-SIZO-1", "en")
                .body();

        assertThat(page)
                .contains("<label for=\"heldAt\"", "<option value=\"KZ-75-SIZO-1\" selected>")
                .doesNotContain("id=\"facilityCode\"");
    }

    @Test
    void makesOneComplaintOfADoubleClick() {
        String once = server.post("/clerk", complaint("c", "x")).body();

        assertThat(server.post("/clerk", complaint("c", "x")).body()).isEqualTo(once);
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "new"})
    void theNextComplaintLeavesNoKeyBehind(String call) {
        String receipt = server.post("/clerk", complaint("c", "CANARY")).body();

        next(Html.hidden(receipt), call);

        String again = server.post("/clerk", complaint("c", "CANARY"), "Accept-Language", "en")
                .body();
        assertThat(again)
                .contains("This complaint is already stored")
                .containsPattern(NUMBER)
                .doesNotContainPattern(KEY)
                .doesNotContain("CANARY");
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
    }

    @Test
    void theKeyIsNotShownToWhoeverSendsTheSameMinutesLater() {
        String receipt = server.post("/clerk", complaint("c", "x")).body();
        assertThat(receipt).containsPattern(KEY);

        try (TestServer later = new TestServer(intake.restartedAt(TestIntake.NOW.plusSeconds(3600)))) {
            assertThat(later.post("/clerk", complaint("c", "x")).body())
                    .containsPattern(NUMBER)
                    .doesNotContainPattern(KEY);
        }
    }

    /** A browser presses the first button of a form for whoever presses Enter, unless it is disabled. */
    @Test
    void enterInALineOfTextSendsNothing() {
        String page = server.get("/clerk").body();

        assertThat(page.substring(page.indexOf("<button")))
                .startsWith("<button type=\"submit\" form=\"complaint\" disabled hidden>");
    }

    @Test
    void namesNobodyWhereNobodySignsIn() {
        server.post("/clerk", complaint("c", "x"));

        Submission submission = intake.log().values(Topics.SUBMISSIONS).getFirst();
        assertThat(submission.getHeader().getActorRef()).isEqualTo(Actor.SERVICE.ref());
        assertThat(submission.getHeader().getActorBody()).isEmpty();
    }

    private HttpResponse<String> next(Map<String, String> fields, String call) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("call", call);
        return server.post("/clerk/next", Html.encoded(all));
    }

    private HttpResponse<String> changeLanguage(String form, String language) {
        return server.post("/clerk?lang=" + language, form + "&to=language");
    }

    private static String complaint(String client, String story) {
        Map<String, String> fields = new HashMap<>(CALL);
        fields.put("clientId", client);
        fields.put("narrative", story);
        return Html.encoded(fields);
    }
}
