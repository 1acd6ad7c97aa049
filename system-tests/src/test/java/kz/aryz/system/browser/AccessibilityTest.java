package kz.aryz.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2, levels A and AA, as far as a program can tell. */
@InBrowser
@Uses(SharedAryz.class)
class AccessibilityTest {

    private final Browser browser;
    private final Addresses addresses = SharedAryz.get().addresses();

    AccessibilityTest(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void noPageShutsAnybodyOut(String language) {
        try (Visitor visitor = Visitor.reading(browser, language)) {
            List<String> violations = new ArrayList<>();

            new Tour(visitor, addresses).take(page -> violations.addAll(violations(visitor, page)));

            assertThat(violations).isEmpty();
        }
    }

    /** WCAG 1.4.10: 320 CSS pixels, a small telephone or 1280 pixels at 400 per cent. */
    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", "en"})
    void noPageIsWiderThanASmallTelephone(String language) {
        try (Visitor visitor = Visitor.reading(browser, language)) {
            visitor.page().setViewportSize(320, 640);
            List<String> tooWide = new ArrayList<>();

            new Tour(visitor, addresses).take(page -> {
                visitor.page().waitForLoadState();
                if (!Everybody.fits(visitor.page())) {
                    tooWide.add(page);
                }
            });

            assertThat(tooWide).isEmpty();
        }
    }

    private static List<String> violations(Visitor visitor, String page) {
        return Everybody.violations(visitor.page()).stream()
                .map(violation -> page + ": " + violation)
                .toList();
    }
}
