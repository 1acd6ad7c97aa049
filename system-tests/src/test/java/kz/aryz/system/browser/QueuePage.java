package kz.aryz.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;

/** The investigators' queues. */
record QueuePage(Page page) {

    private static final String ROWS = "tbody tr";

    static QueuePage open(Page page, URI triage) {
        page.navigate(triage.toString());
        return new QueuePage(page);
    }

    /** Names of the units in whose queue a complaint stands, on whatever page of it. */
    List<String> unitsOf(String number) {
        return addressesOfUnits().stream()
                .filter(address -> leadsTo(address, number))
                .map(address -> page.locator("h1").innerText())
                .toList();
    }

    /** Units that have complaints; their names are links. */
    Locator units() {
        return page.locator(".units li a");
    }

    Locator row(String number) {
        return page.locator(ROWS).filter(new Locator.FilterOptions().setHasText(number));
    }

    private List<String> addressesOfUnits() {
        return units().all().stream()
                .map(link -> URI.create(page.url()).resolve(link.getAttribute("href")))
                .map(URI::toString)
                .toList();
    }

    private boolean leadsTo(String address, String number) {
        page.navigate(address);
        return Visitor.find(page, ROWS, number).count() > 0;
    }
}
