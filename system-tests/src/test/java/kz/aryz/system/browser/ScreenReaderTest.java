package kz.aryz.system.browser;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InBrowser
@Uses(SharedAryz.class)
class ScreenReaderTest {

    /** Where the focus is: place on the page, name, whether Enter unfolds more; null at the end of the page. */
    private static final String FOCUS = """
            () => {
              const focused = document.activeElement;
              if (focused === document.body) return null;
              const box = (focused.closest('label') ?? focused).getBoundingClientRect();
              return {
                top: box.top + scrollY,
                left: box.left,
                name: focused.id || focused.name || focused.innerText,
                folded: focused.matches('details:not([open]) > summary')
              };
            }
            """;

    /** Height of a line of text; what is less apart stands on the same line. */
    private static final int LINE = 24;

    private final Browser browser;
    private final Addresses addresses = SharedAryz.get().addresses();

    ScreenReaderTest(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void everyControlOfTheFormHasAName(String language) {
        try (Visitor visitor = Visitor.reading(browser, language)) {
            FormPage.open(visitor.page(), addresses.intakeUrl()).unfold();

            List<Outline.Node> controls = Outline.of(visitor.page()).controls();

            assertThat(controls).hasSizeGreaterThan(50);
            assertThat(controls)
                    .allSatisfy(control -> assertThat(control.name()).isNotBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Шағым жіберілген жоқ, Әзірге ештеңе жазылмаған",
        "ru, Жалоба не отправлена, Пока ничего не написано",
        "en, The complaint has not been sent, Nothing is written yet"
    })
    void anEmptyFormComesBackWithItsProblemInFocus(String language, String title, String problem) {
        try (Visitor visitor = Visitor.withoutScripts(browser, language)) {
            Page page = visitor.page();
            FormPage form = FormPage.open(page, addresses.intakeUrl());

            int status = form.submit().status();

            assertThat(status).isEqualTo(422);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(page.title()).startsWith(title);
            awaitFocus(
                    page,
                    focused -> assertThat(focused)
                            .returns("alert", Outline.Node::role)
                            .returns(title, Outline.Node::name)
                            .satisfies(alert -> assertThat(alert.description()).contains(problem)));
        }
    }

    @Test
    void theProblemLeadsToTheFieldWhichSaysItToo() {
        try (Visitor visitor = Visitor.withoutScripts(browser, "ru")) {
            FormPage form = FormPage.open(visitor.page(), addresses.intakeUrl());
            form.submit();

            form.problem().locator("a").click();

            awaitFocus(
                    visitor.page(),
                    focused -> assertThat(focused)
                            .returns("textbox", Outline.Node::role)
                            .returns("Расскажите, что произошло", Outline.Node::name)
                            .satisfies(story -> assertThat(story.description())
                                    .contains("Пока ничего не написано", "Если можете")));
            assertThat(form.story().getAttribute("aria-invalid")).isEqualTo("true");
        }
    }

    /** A page that is there moves its focus a little later. */
    private static void awaitFocus(Page page, Consumer<Outline.Node> assertion) {
        await().pollInSameThread()
                .atMost(PATIENCE)
                .ignoreException(NoSuchElementException.class)
                .untilAsserted(() -> assertion.accept(Outline.of(page).focused()));
    }

    @Test
    void theKeyboardGoesThroughTheFormAsTheEyeDoes() {
        try (Visitor visitor = Visitor.reading(browser, "kk")) {
            Page page = visitor.page();
            FormPage.open(page, addresses.intakeUrl());

            List<Map<String, Object>> stops = stops(page);

            assertThat(stops).hasSizeGreaterThan(40);
            assertThat(stops.getFirst().get("name")).isEqualTo("Мазмұнға өту");
            assertThat(IntStream.range(2, stops.size()))
                    .allSatisfy(stop -> assertThat(stops.get(stop))
                            .matches(here -> isAfter(stops.get(stop - 1), here), "comes after " + stops.get(stop - 1)));
        }
    }

    /** Every place where the tabulator stops, from the beginning of the page to its end; what is folded is unfolded on the way. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> stops(Page page) {
        List<Map<String, Object>> stops = new ArrayList<>();
        page.keyboard().press("Tab");
        Object focus = page.evaluate(FOCUS);
        while (focus != null && stops.size() < 200) {
            Map<String, Object> stop = (Map<String, Object>) focus;
            stops.add(stop);
            if (Boolean.TRUE.equals(stop.get("folded"))) {
                page.keyboard().press("Enter");
            }
            page.keyboard().press("Tab");
            focus = page.evaluate(FOCUS);
        }
        return stops;
    }

    /** To the right on the same line, or on a line below. */
    private static boolean isAfter(Map<String, Object> before, Map<String, Object> stop) {
        double down = number(stop, "top") - number(before, "top");
        return Math.abs(down) < LINE ? number(stop, "left") > number(before, "left") : down > 0;
    }

    private static double number(Map<String, Object> stop, String name) {
        return ((Number) Objects.requireNonNull(stop.get(name), name)).doubleValue();
    }
}
