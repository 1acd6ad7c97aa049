package kz.aryz.system.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;

/** WCAG 2.2, levels A and AA, as far as a program can tell. */
public final class Everybody {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private static final String FITS = "document.documentElement.scrollWidth <= window.innerWidth";

    private Everybody() {}

    /** What shuts somebody out of the page that is open, or makes it wider than a small telephone (WCAG 1.4.10). */
    public static List<String> shutOutOf(Page page) {
        List<String> faults = new ArrayList<>(violations(page));
        if (!fitsASmallTelephone(page)) {
            faults.add("wider than 320 pixels");
        }
        return faults;
    }

    static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ", " + rule.getHelp() + ": " + node.getTarget() + " "
                                        + node.getHtml()))
                        .toList();
    }

    /** Whether nothing on the page is wider than its window. */
    static boolean fits(Page page) {
        return Boolean.TRUE.equals(page.evaluate(FITS));
    }

    private static boolean fitsASmallTelephone(Page page) {
        ViewportSize size = page.viewportSize();
        page.setViewportSize(320, 640);
        try {
            return fits(page);
        } finally {
            page.setViewportSize(size.width, size.height);
        }
    }
}
