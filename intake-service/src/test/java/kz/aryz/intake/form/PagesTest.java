package kz.aryz.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.aryz.intake.api.TestServer;
import kz.aryz.intake.json.JsonWriter;
import kz.aryz.intake.submission.TestIntake;
import kz.aryz.runtime.http.HttpServer;
import kz.aryz.runtime.http.Language;
import kz.aryz.schema.Channel;
import kz.aryz.schema.Receipt;
import kz.aryz.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Pattern NUMBER = Pattern.compile("\\b([0-9A-Z]{4}-){3}[0-9A-Z]\\b");
    private static final Pattern KEY = Pattern.compile("\\b([0-9A-Z]{5}-){4}[0-9A-Z]\\b");

    private final TestIntake intake = TestIntake.create();
    private final TestServer server = new TestServer(intake);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Азаптау немесе қатыгездік туралы шағым",
        "ru, Жалоба на пытки или жестокое обращение",
        "en, Complaint about torture or abuse"
    })
    void asksInTheLanguageOfThePerson(String language, String title) {
        HttpResponse<String> page = server.get("/", "Accept-Language", language);

        assertThat(page.body()).contains("<html lang=\"" + language + "\"", "<h1>" + title + "</h1>");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/, kk", "/, ru", "/, en", "/status, kk", "/status, ru", "/status, en"})
    void answersInTheLanguageOfTheFormWhoeverKeepsNoCookies(String path, String language) {
        String form =
                server.get(path + "?lang=" + language, "Accept-Language", "de").body();
        Matcher action =
                Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"").matcher(form);
        assertThat(action.find()).isTrue();

        String answer = server.post(action.group(1), form("clientId", "c", "narrative", "x", "key", "y"))
                .body();

        assertThat(answer).contains("<html lang=\"" + language + "\"");
    }

    @Test
    void needsNoScriptAndAsksNoOtherSite() {
        String page = server.get("/").body();

        assertThat(page).doesNotContain("<script", "onclick", "style=");
        assertThat(page).doesNotContainPattern("(src|action)=\"https?:");
        assertThat(page).doesNotContainPattern("<link[^>]+href=\"https?:");
    }

    @Test
    void explainsWhoWillReadBeforeItIsSent() {
        String page = server.get("/", "Accept-Language", "en").body();

        assertThat(page.indexOf("Who will read this")).isBetween(0, page.indexOf("id=\"send\""));
        assertThat(page.indexOf("id=\"narrative\"")).isLessThan(page.indexOf("id=\"consent-title\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Your story, names and contacts are not among them.
                    ru | Ни вашего рассказа, ни имён, ни контактов среди них нет.
                    kk | Әңгімеңіз де, есімдер де, байланыс деректері де олардың ішінде жоқ.
                    """)
    void saysBeforeItIsSentThatARefusalIsHonouredInDangerToo(String language, String promise) {
        assertStandsBeforeTheButton(language, promise);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | office can let them have these later, and puts on record why
                    ru | Позже офис Уполномоченного может передать и их и запишет почему
                    kk | Уәкілдің кеңсесі оларды кейін бере алады және себебін жазып қояды
                    """)
    void saysBeforeItIsSentThatWhatWasRefusedCanBeReleased(String language, String warning) {
        assertStandsBeforeTheButton(language, warning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | the anti-corruption service of the National Security Committee
                    ru | Антикоррупционная служба Комитета национальной безопасности
                    kk | Ұлттық қауіпсіздік комитетінің Сыбайлас жемқорлыққа қарсы қызметі
                    """)
    void saysBeforeItIsSentWhoInvestigates(String language, String body) {
        assertStandsBeforeTheButton(language, body);
    }

    private void assertStandsBeforeTheButton(String language, String text) {
        for (String path : List.of("/", "/clerk")) {
            String page = server.get(path, "Accept-Language", language).body();

            assertThat(page.indexOf(text)).as(path).isBetween(0, page.indexOf("id=\"send\""));
        }
    }

    @Test
    void labelsEveryField() {
        String page = server.get("/").body();
        Matcher fields = Pattern.compile("<(?:input type=\"text\"|select|textarea) id=\"([^\"]+)\"")
                .matcher(page);

        int found = 0;
        while (fields.find()) {
            found++;
            assertThat(page).contains("<label for=\"" + fields.group(1) + "\"");
        }
        assertThat(found).isGreaterThan(10);
    }

    @Test
    void showsNumberAndKeyOnceTheComplaintIsSafe() {
        HttpResponse<String> receipt = server.post("/", form("clientId", "c", "narrative", "x"));

        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(receipt.body()).containsPattern("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]<");
        assertThat(receipt.body()).containsPattern("([0-9A-Z]{5}-){4}[0-9A-Z]<");
    }

    @Test
    void makesOneComplaintOfADoubleClickAndAnotherOfMoreWords() {
        String once = server.post("/", form("clientId", "c", "narrative", "x")).body();

        assertThat(server.post("/", form("clientId", "c", "narrative", "x")).body())
                .isEqualTo(once);
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
        assertThat(server.post("/", form("clientId", "c", "narrative", "x and y"))
                        .body())
                .isNotEqualTo(once);
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"kk, Бұл шағым сақталып қойған", "ru, Эта жалоба уже сохранена", "en, This complaint is already stored"
    })
    void saysMinutesLaterThatItIsStoredAndDoesNotShowTheKeyAgain(String language, String title) {
        String form = form("clientId", "c", "narrative", "CANARY");
        String receipt = server.post("/", form, "Accept-Language", language).body();

        HttpResponse<String> again = later(form, "Accept-Language", language);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .contains("<h1>" + title + "</h1>", first(NUMBER, receipt), "24.11.2026 11:00")
                .doesNotContain(first(KEY, receipt), "CANARY");
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "away"})
    void whoeverLeavesTheReceiptLeavesNoKeyBehind(String to) {
        String form = form("clientId", "c", "narrative", "x");
        String receipt = server.post("/", form).body();

        HttpResponse<String> left = server.post("/leave?lang=ru", form("receipt", receiptId(receipt), "to", to));

        if (to.equals("form")) {
            assertThat(left.statusCode()).isEqualTo(303);
            assertThat(left.headers().firstValue("Location")).contains("/?lang=ru");
        } else {
            assertThat(left.body()).contains("http-equiv=\"refresh\" content=\"0; url=https://ru.wikipedia.org/\"");
        }
        assertThat(server.post("/", form).body())
                .contains(first(NUMBER, receipt))
                .doesNotContain(first(KEY, receipt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing-that-there-is"})
    void leavingWhatThereIsNotLeadsAwayAllTheSame(String receipt) {
        assertThat(server.post("/leave", form("receipt", receipt)).statusCode()).isEqualTo(200);
        assertThat(intake.log().entries()).isEmpty();
    }

    @Test
    void showsTheKeyToWhoeverWasNotAnsweredHoweverLate() {
        String form = form("clientId", "c", "narrative", "x");
        intake.log().lose("complaints.submissions"::equals);
        assertThat(server.post("/", form).statusCode()).isEqualTo(503);

        assertThat(later(form).body()).containsPattern(KEY);
    }

    /** The answer to the same form an hour later. */
    private HttpResponse<String> later(String form, String... headers) {
        try (TestServer later = new TestServer(intake.restartedAt(TestIntake.NOW.plusSeconds(3600)))) {
            return later.post("/", form, headers);
        }
    }

    private static String receiptId(String page) {
        return first(Pattern.compile("(?<=name=\"receipt\" value=\")[^\"]+"), page);
    }

    private static String first(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    @Test
    void neverMixesPeopleWithoutAClientId() {
        String one = server.post("/", form("narrative", "x")).body();

        assertThat(server.post("/", form("narrative", "x")).body()).isNotEqualTo(one);
    }

    @Test
    void saysWhereToLookWhenNothingWasTyped() {
        HttpResponse<String> page = server.post("/", form("clientId", "c", "narrative", " "));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("role=\"alert\"", "href=\"#narrative\"", "aria-invalid=\"true\"", "id=\"narrative-error\"");
    }

    @Test
    void keepsEverythingTypedWhenItCouldNotBeConfirmed() {
        intake.log().lose("complaints.submissions"::equals);

        HttpResponse<String> page = server.post(
                "/",
                form(
                        "clientId",
                        "client-7",
                        "narrative",
                        "<b>story</b>",
                        "ongoing",
                        "yes",
                        "types",
                        "TORTURE",
                        "types",
                        "REPRISAL",
                        "victimName",
                        "A & B",
                        "relation",
                        "PARENT",
                        "transmitToProsecutor",
                        "REFUSED"));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body())
                .contains(
                        "value=\"client-7\"",
                        "&lt;b&gt;story&lt;/b&gt;",
                        "name=\"ongoing\" value=\"yes\" checked",
                        "value=\"TORTURE\" checked",
                        "value=\"REPRISAL\" checked",
                        "value=\"A &amp; B\"",
                        "value=\"PARENT\" selected",
                        "value=\"REFUSED\" checked",
                        "href=\"#send\"");
    }

    /** As after a restart, while reference data are not read. */
    @ParameterizedTest
    @CsvSource({"send, 503", "language, 200"})
    void keepsWhatWasChosenFromListsThatAreNotThereNow(String to, int status) {
        intake.log().lose("complaints.submissions"::equals);

        HttpResponse<String> page = server.post(
                "/",
                form(
                        "clientId",
                        "c",
                        "narrative",
                        "x",
                        "bodies",
                        "PROS",
                        "bodies",
                        "<MIA>",
                        "regionCode",
                        "KZ-75",
                        "facilityCode",
                        "KZ-75-SIZO-1",
                        "types",
                        "OF_LAST_YEAR",
                        "safeContact",
                        "PIN_ONLY",
                        "to",
                        to));

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains(
                        "name=\"bodies\" value=\"PROS\" checked",
                        "name=\"bodies\" value=\"&lt;MIA>\" checked> &lt;MIA&gt;<",
                        "<select id=\"regionCode\" name=\"regionCode\">",
                        "<option value=\"KZ-75\" selected>KZ-75<",
                        "<label for=\"facilityCode\"",
                        "<option value=\"KZ-75-SIZO-1\" selected>KZ-75-SIZO-1<",
                        "name=\"types\" value=\"OF_LAST_YEAR\" checked",
                        "<option value=\"PIN_ONLY\" selected>");
    }

    @Test
    void asksForNothingThatCannotBeChosenNow() {
        assertThat(server.post("/", form("clientId", "c", "regionCode", "", "facilityCode", ""))
                        .body())
                .doesNotContain("id=\"regionCode\"", "id=\"facilityCode\"", "name=\"bodies\"");
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Азаптау немесе қатыгездік туралы шағым",
        "ru, Жалоба на пытки или жестокое обращение",
        "en, Complaint about torture or abuse"
    })
    void showsAllThatWasTypedInTheLanguageThatIsChosenThenAndStoresNothing(String language, String title) {
        HttpResponse<String> page = server.post(
                "/?lang=" + language,
                form(
                        "clientId",
                        "client-7",
                        "narrative",
                        "\r\n<b>story</b>",
                        "ongoing",
                        "no",
                        "types",
                        "TORTURE",
                        "types",
                        "REPRISAL",
                        "victimName",
                        "A & B",
                        "shareWithCommissioner",
                        "GIVEN",
                        "to",
                        "language"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "<html lang=\"" + language + "\"",
                        "<h1>" + title + "</h1>",
                        "value=\"client-7\"",
                        ">\n\r\n&lt;b&gt;story&lt;/b&gt;</textarea>",
                        "name=\"ongoing\" value=\"no\" checked",
                        "value=\"TORTURE\" checked",
                        "value=\"REPRISAL\" checked",
                        "value=\"A &amp; B\"",
                        "name=\"shareWithCommissioner\" value=\"GIVEN\" checked")
                .doesNotContain("role=\"alert\"");
        assertThat(page.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("lang=" + language + ";"));
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(intake.log().entries()).isEmpty();
    }

    @Test
    void offersTheLanguagesAsButtonsOfTheFormAndAsLinksWhereNothingIsTyped() {
        String form = server.get("/").body();
        String receipt =
                server.post("/", form("clientId", "c", "narrative", "x")).body();

        assertThat(form)
                .containsPattern("<button type=\"submit\" form=\"complaint\" formaction=\"/\\?lang=ru\" name=\"to\""
                        + " value=\"language\" lang=\"ru\" aria-current=\"false\">Русский</button>")
                .doesNotContain("href=\"/?lang=");
        assertThat(List.of(receipt, server.get("/status").body()))
                .allSatisfy(page -> assertThat(page).contains("?lang=ru\" lang=\"ru\" hreflang=\"ru\""));
    }

    /** A browser presses the first button of a form for whoever presses Enter, unless it is disabled. */
    @Test
    void enterInALineOfTextSendsNothingAndChangesNoLanguage() {
        String page = server.get("/").body();

        assertThat(page.substring(page.indexOf("<button")))
                .startsWith("<button type=\"submit\" form=\"complaint\" disabled hidden>");
    }

    @ParameterizedTest
    @CsvSource({"kk, Шағымыңыздың сақталғанын растай алмадық", "en, We could not confirm"})
    void isOneComplaintInWhateverLanguageItIsSentAgain(String language, String problem) {
        intake.log().lose("complaints.submissions"::equals);
        String unconfirmed = server.post("/?lang=ru", form("clientId", "c", "narrative", "x"))
                .body();
        intake.log().lose(topic -> false);
        String sentIn = first(Pattern.compile("(?<=name=\"sentIn\" value=\")[^\"]+"), unconfirmed);
        String again = form("clientId", "c", "narrative", "x", "sentIn", sentIn);

        HttpResponse<String> changed = server.post("/?lang=" + language, again + "&to=language");
        HttpResponse<String> receipt = server.post("/?lang=" + language, again);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains(problem, "name=\"sentIn\" value=\"ru\"");
        assertThat(receipt.body()).contains("<html lang=\"" + language + "\"").containsPattern(KEY);
        assertThat(intake.log().values(Topics.SUBMISSIONS))
                .singleElement()
                .satisfies(submission -> assertThat(
                                submission.getComplaintReceived().getLanguage())
                        .hasToString("RU"));
        assertThat(intake.log().values(Topics.RECEIPTS).stream()
                        .map(Receipt::getComplaintId)
                        .distinct())
                .hasSize(1);
    }

    /** Whoever waits for the answer on a slow line may press anything. */
    @Test
    void isOneComplaintThoughAnotherLanguageIsChosenBeforeTheAnswerIsThere() {
        String form = form("clientId", "c", "narrative", "x");
        intake.log().lose("complaints.submissions"::equals);
        server.post("/?lang=kk", form);
        intake.log().lose(topic -> false);

        String again = server.post("/?lang=ru", form).body();

        assertThat(again).contains("<html lang=\"ru\"").containsPattern(KEY);
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
        assertThat(intake.log().values(Topics.RECEIPTS).stream()
                        .map(Receipt::getComplaintId)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whoeverChoosesAnotherLanguageWhileTheAnswerIsOnItsWayIsShownNumberAndKeyInIt() {
        String form = form("clientId", "c", "narrative", "CANARY");
        String receipt = server.post("/?lang=kk", form).body();

        String chosen = server.post("/?lang=ru", form + "&to=language").body();

        assertThat(chosen)
                .contains("<html lang=\"ru\"", first(NUMBER, receipt), first(KEY, receipt))
                .doesNotContain("CANARY");
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
    }

    @Test
    void whoeverHasLeftTheReceiptIsShownNoKeyInAnotherLanguage() {
        String form = form("clientId", "c", "narrative", "CANARY");
        String receipt = server.post("/", form).body();
        server.post("/leave", form("receipt", receiptId(receipt), "to", "form"));

        assertThat(server.post("/?lang=en", form + "&to=language").body())
                .contains("<h1>This complaint is already stored</h1>", first(NUMBER, receipt))
                .doesNotContain("CANARY", first(KEY, receipt));
    }

    @Test
    void whoeverGoesBackToAChoiceOfLanguageFindsNothingOfWhatWasTakenInSince() {
        String half = form("clientId", "c", "narrative", "CANARY", "to", "language");
        server.post("/?lang=en", half);
        String receipt = server.post("/?lang=en", form("clientId", "c", "narrative", "CANARY and more"))
                .body();

        String again = server.post("/?lang=en", half).body();

        assertThat(again)
                .contains("<h1>This complaint is already stored</h1>", first(NUMBER, receipt))
                .doesNotContain("CANARY", first(KEY, receipt));
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
    }

    @Test
    void whatWasTypedAtATerminalStaysSoWhenItCouldNotBeConfirmed() {
        String form = form(
                "clientId", "c", "narrative", "x", "channel", "FACILITY_TERMINAL", "transmitToProsecutor", "UNABLE");
        intake.log().lose("complaints.submissions"::equals);
        String unconfirmed = server.post("/", form).body();
        intake.log().lose(topic -> false);

        assertThat(unconfirmed)
                .contains(
                        "<input type=\"hidden\" name=\"channel\" value=\"FACILITY_TERMINAL\">",
                        "name=\"transmitToProsecutor\" value=\"UNABLE\" checked");
        assertThat(server.post("/", form).body()).containsPattern(KEY);
        assertThat(intake.log().values(Topics.SUBMISSIONS))
                .extracting(submission -> submission.getComplaintReceived().getChannel())
                .containsOnly(Channel.FACILITY_TERMINAL);
        assertThat(server.get("/").body()).doesNotContain("name=\"channel\"", "value=\"UNABLE\"");
    }

    @Test
    void showsTheKeyToWhomeverPressesALanguageWhileTheAnswerToATerminalIsOnItsWay() {
        String[] typed = {"clientId", "c", "narrative", "x", "channel", "FACILITY_TERMINAL"};
        server.post("/", form(typed));
        String[] language = Arrays.copyOf(typed, typed.length + 2);
        language[typed.length] = "to";
        language[typed.length + 1] = "language";

        assertThat(server.post("/", form(language)).body()).containsPattern(KEY);
    }

    @Test
    void keepsTheFirstLineOfAStoryThoughItIsEmpty() {
        intake.log().lose("complaints.submissions"::equals);

        String page =
                server.post("/", form("clientId", "c", "narrative", "\r\nx")).body();

        assertThat(page).containsPattern("<textarea id=\"narrative\"[^>]*>\n\r\nx</textarea>");
    }

    @Test
    void takesAStoryThatJustFits() {
        String story = "x".repeat(longestStory());

        assertThat(server.post("/", form("clientId", "c", "narrative", story)).statusCode())
                .isEqualTo(200);
        assertThat(intake.log().values(Topics.SUBMISSIONS)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"en, '1,002'", "ru, 1\u00A0002", "kk, 1\u00A0002"})
    void saysHowMuchTooLongAStoryIsAndKeepsIt(String language, String tooMany) {
        String story = "x".repeat(longestStory() + 1_002);

        HttpResponse<String> page =
                server.post("/", form("clientId", "c", "narrative", story), "Accept-Language", language);

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains(": " + tooMany + ".", story, "href=\"#narrative\"", "aria-invalid=\"true\"");
        assertThat(intake.log().values(Topics.SUBMISSIONS)).isEmpty();
    }

    @Test
    void readsNoFormBeyondFourMebibytes() {
        String form = form("clientId", "c", "narrative", "ж".repeat(700_000));

        assertThat(server.post("/", form, "Accept", "text/html").statusCode()).isEqualTo(413);
        assertThat(server.post("/", form, "Accept", "text/html").body()).doesNotContain("жжж", "<form");
    }

    @Test
    void tellsTheStatusWithoutTheKeyInAnAddress() {
        String receipt =
                server.post("/", form("clientId", "c", "narrative", "x")).body();
        Matcher key = Pattern.compile("([0-9A-Z]{5}-){4}[0-9A-Z]").matcher(receipt);
        assertThat(key.find()).isTrue();

        HttpResponse<String> status = server.post("/status", form("key", key.group()), "Accept-Language", "en");

        assertThat(status.body()).contains("Received and stored safely").doesNotContain(key.group());
        assertThat(server.post("/status", form("key", "rubbish")).statusCode()).isEqualTo(404);
        assertThat(server.post("/status", form("key", "A".repeat(1_024))).statusCode())
                .isEqualTo(413);
    }

    @Test
    void doesNotSayThatThereIsNoComplaintWhileWhatIsStoredIsStillBeingRead() {
        try (TestServer starting = new TestServer(intake.reading())) {
            HttpResponse<String> page = starting.post("/status?lang=en", form("key", "rubbish"), "Accept", "text/html");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).isPresent();
            assertThat(page.body()).contains("Not possible just now").doesNotContain("There is no complaint");
        }
    }

    /** As many letters as make the message exactly as large as a body of the API may be. */
    private static int longestStory() {
        Typed one = new Typed(Map.of("narrative", List.of("x")));
        return HttpServer.MAX_BODY_BYTES
                + 1
                - JsonWriter.write(FormMessage.typed(one, Language.ENGLISH).typed())
                        .length();
    }

    private static String form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues[index])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[index + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
