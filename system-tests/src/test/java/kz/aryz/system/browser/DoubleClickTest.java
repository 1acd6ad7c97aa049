package kz.aryz.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InBrowser
@Uses(SharedAryz.class)
class DoubleClickTest {

    private static final Pattern CODE = Pattern.compile("\\b[0-9A-Z]{4,5}(-[0-9A-Z]{4,5}){2,3}-[0-9A-Z]\\b");

    /** What a browser does at two clicks, without waiting for either answer. */
    private static final String SENT_TWICE = """
            form => Promise.all([1, 2].map(click =>
                fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))})
                    .then(answer => answer.text())))
            """;

    private final Browser browser;
    private final Addresses addresses = SharedAryz.get().addresses();
    private final SubmittedComplaints complaints = new SubmittedComplaints(addresses);
    private Set<String> before = Set.of();

    DoubleClickTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void count() {
        before = complaints.ids();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDoubleClickMakesOneComplaint(boolean scripts) {
        try (Visitor visitor = scripts ? Visitor.reading(browser, "ru") : Visitor.withoutScripts(browser, "ru")) {
            FormPage form = FormPage.open(visitor.page(), addresses.intakeUrl()).tell("Меня избили в отделе.");

            form.send().dblclick();

            assertThat(new ReceiptPage(visitor.page()).number()).isNotEmpty();
            assertThat(newComplaints()).hasSize(1);
        }
    }

    @Test
    void twoPostsAtTheSameTimeGetTheSameReceipt() {
        try (Visitor visitor = Visitor.reading(browser, "kk")) {
            FormPage.open(visitor.page(), addresses.intakeUrl()).tell("Бөлімде мені ұрды.");

            List<?> answers = (List<?>) visitor.page().locator("main form").evaluate(SENT_TWICE);

            assertThat(answers).hasSize(2);
            assertThat(codes(answers.get(0))).hasSize(2).isEqualTo(codes(answers.get(1)));
            assertThat(newComplaints()).hasSize(1);
        }
    }

    private static List<String> codes(Object page) {
        return CODE.matcher(page.toString()).results().map(MatchResult::group).toList();
    }

    private Set<String> newComplaints() {
        Set<String> after = new HashSet<>(complaints.ids());
        after.removeAll(before);
        return after;
    }
}
