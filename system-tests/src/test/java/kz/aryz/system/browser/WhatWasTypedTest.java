package kz.aryz.system.browser;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was typed survives whatever goes wrong with sending it. */
@InBrowser
@Uses(SharedAryz.class)
class WhatWasTypedTest {

    private static final String LETTERS = "Меня били всю ночь. ";

    private final Browser browser;
    private final Addresses addresses = SharedAryz.get().addresses();
    private final LocalServer broker = SharedAryz.get().processes().kafka();
    private final SubmittedComplaints complaints = new SubmittedComplaints(addresses);

    WhatWasTypedTest(Browser browser) {
        this.browser = browser;
    }

    @AfterEach
    void restore() throws Exception {
        signal("CONT");
    }

    /** STOP lets the broker hang until CONT. */
    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(broker.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void survivesThatNothingWasSaid() {
        try (Visitor visitor = Visitor.withoutScripts(browser, "kk")) {
            FormPage form = FormPage.open(visitor.page(), addresses.intakeUrl())
                    .tell(" \n ")
                    .tick("transmitToProsecutor", "REFUSED")
                    .tick("shareWithCommissioner", "GIVEN");
            List<String> typed = form.values();

            Response answer = form.submit();

            assertThat(answer.status()).isEqualTo(422);
            assertThat(form.values()).isEqualTo(typed);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isNotSentByEnterInALineOfText(boolean scripts) {
        try (Visitor visitor = scripts ? Visitor.reading(browser, "en") : Visitor.withoutScripts(browser, "en")) {
            FormPage form = FormPage.open(visitor.page(), addresses.intakeUrl()).tell("They beat me.");
            List<String> sent = new ArrayList<>();
            visitor.page().onRequest(request -> sent.add(request.method()));

            visitor.page().locator("summary").all().forEach(summary -> summary.click());
            visitor.page().locator("[name='fullName']").press("Enter");
            form.submit();

            assertThat(sent).containsOnlyOnce("POST");
        }
    }

    @Test
    void survivesThatKafkaIsAwayAndBecomesOneComplaint() throws Exception {
        try (Visitor visitor = Visitor.withoutScripts(browser, "ru")) {
            FormPage form = filled(FormPage.open(visitor.page(), addresses.intakeUrl()));
            List<String> typed = form.values();
            Set<String> before = complaints.ids();
            signal("STOP");

            Response answer = form.submit();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headerValue("Retry-After")).isNotNull();
            assertThat(form.problem().isVisible()).isTrue();
            assertThat(form.values()).containsSubsequence(typed).contains("sentIn=ru");

            signal("CONT");
            await().atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> form.submit().status() == 200);
            assertThat(new ReceiptPage(visitor.page()).isShown()).isTrue();
            Set<String> made = new HashSet<>(complaints.ids());
            made.removeAll(before);
            assertThat(made).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void survivesThatAnotherLanguageIsChosenAndIsWhatIsTakenIn(boolean scripts) {
        try (Visitor visitor = scripts ? Visitor.reading(browser, "kk") : Visitor.withoutScripts(browser, "kk")) {
            FormPage form = filled(FormPage.open(visitor.page(), addresses.intakeUrl()));
            List<String> typed = form.values();
            Set<String> before = complaints.ids();

            for (String language : List.of("ru", "en")) {
                assertThat(form.readIn(language).status()).isEqualTo(200);
                assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(form.values()).isEqualTo(typed);
            }
            assertThat(complaints.ids()).isEqualTo(before);
            String number = form.submitted().number();

            assertThat(sameTyping(visitor.page(), typed)).contains(number);
            Set<String> made = new HashSet<>(complaints.ids());
            made.removeAll(before);
            assertThat(made).hasSize(1);
        }
    }

    /** The answer to the same fields from somebody who changed nothing: were one of them different, it would be another complaint. */
    private String sameTyping(Page page, List<String> typed) {
        FormData fields = FormData.create();
        typed.stream()
                .map(field -> field.split("=", 2))
                .forEach(field -> fields.append(field[0], field[1].replace("\n", "\r\n")));
        URI english = addresses.intakeUrl().resolve("/?lang=en");
        return page.request()
                .post(english.toString(), RequestOptions.create().setForm(fields))
                .text();
    }

    @Test
    void survivesThatItIsTooLongAndFitsOnceAsMuchIsCutOffAsThePageSays() {
        String story = LETTERS.repeat(30_000);
        try (Visitor visitor = Visitor.withoutScripts(browser, "ru")) {
            FormPage form = FormPage.open(visitor.page(), addresses.intakeUrl())
                    .paste(story)
                    .tick("ongoing", "yes");
            List<String> typed = form.values();

            Response answer = form.submit();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(form.values()).isEqualTo(typed);
            int tooMany = number(form.problem().innerText());
            assertThat(form.paste(story.substring(0, story.length() - tooMany + 50))
                            .submit()
                            .status())
                    .isEqualTo(413);
            assertThat(form.paste(story.substring(0, story.length() - tooMany))
                            .submit()
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void isNotReadBeyondReasonButAnsweredAllTheSame() {
        try (Visitor visitor = Visitor.withoutScripts(browser, "en")) {
            FormPage form = FormPage.open(visitor.page(), addresses.intakeUrl()).paste(LETTERS.repeat(60_000));

            Response answer = form.submit();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(visitor.page().locator("h1").innerText()).isEqualTo("Too large");
        }
    }

    /** A bit of everything; the first line of the story is empty, which HTML likes to drop. */
    private static FormPage filled(FormPage form) {
        return form.tell("\n  <b>Били</b> & угрожали \"жене\".\n\nПодпись")
                .tick("inCustodyNow", "yes")
                .tick("ongoing", "no")
                .unfold()
                .type("incidentFrom", "в начале января")
                .choose("regionCode", "KZ-75")
                .type("placeDetail", "отдел «Алатау», 2-й этаж")
                .tick("bodies", "MIA")
                .tick("bodies", "KNB")
                .type("accusedDescription", "\nкапитан\nс усами")
                .tick("types", "TORTURE")
                .tick("types", "EXTORTION")
                .tick("harmed", "OTHER")
                .type("victimName", "Абаев А. & \"сын\"")
                .choose("relation", "PARENT")
                .type("phone", "+7 700 000 00 00")
                .choose("safeContact", "VIA_LAWYER")
                .tick("doNotContactAtFacility", "yes")
                .tick("transmitToProsecutor", "REFUSED");
    }

    /** The number that a sentence ends with; its thousands are apart. */
    private static int number(String text) {
        Matcher number = Pattern.compile(": ([\\d\\h]+)\\.").matcher(text);
        assertThat(number.find()).isTrue();
        return Integer.parseInt(number.group(1).replaceAll("\\h", ""));
    }
}
