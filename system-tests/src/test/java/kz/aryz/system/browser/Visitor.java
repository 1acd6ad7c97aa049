package kz.aryz.system.browser;

import static kz.aryz.system.Patience.PATIENCE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** A person with a browser of their own: no cookies, no history. Keeps what the browser asked for and what it complained about. */
public final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<Request> requests = new ArrayList<>();
    private final List<Inclusion> inclusions = new ArrayList<>();
    private final List<Response> documents = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Visitor(Browser browser, String language, boolean scripts) {
        this.context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(scripts));
        context.setDefaultTimeout((double) PATIENCE.toMillis());
        context.onRequest(this::keep);
        context.onResponse(this::keep);
        context.onWebError(error -> errors.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        this.page = context.newPage();
    }

    public static Visitor reading(Browser browser, String language) {
        return new Visitor(browser, language, true);
    }

    /** Where scripts are switched off or an old phone fails to run them. */
    static Visitor withoutScripts(Browser browser, String language) {
        return new Visitor(browser, language, false);
    }

    /** What a page asks for while it is open, and neither is nor leads to another one. */
    public record Inclusion(String page, String address) {}

    private void keep(Request request) {
        requests.add(request);
        if (!request.isNavigationRequest()) {
            inclusions.add(new Inclusion(request.frame().url(), request.url()));
        }
    }

    private void keep(Response response) {
        if (response.request().isNavigationRequest()) {
            documents.add(response);
        }
    }

    public Page page() {
        return page;
    }

    /** Does what leads to another page and returns its answer once it is there. The address may be the same: nothing else tells. */
    @SuppressWarnings("deprecation")
    public static Response follow(Page page, Runnable action) {
        return page.waitForNavigation(action);
    }

    /** Turns the pages of the list that is open until such parts of one show the text or there are no more, and returns these. */
    public static Locator find(Page page, String parts, String text) {
        Locator found = page.locator(parts).filter(new Locator.FilterOptions().setHasText(text));
        Locator next = page.locator("a[rel=next]");
        while (found.count() == 0 && next.count() > 0) {
            follow(page, next::click);
        }
        return found;
    }

    /**
     * Presses "Back" and "Reload", and lets the browser send again what led there. The page that stood there was not to be kept, so
     * that "Back" alone shows that it is gone.
     */
    public static Response backAndReload(Page page) {
        try {
            page.goBack();
        } catch (PlaywrightException gone) {
            page.waitForURL(address -> address.startsWith("chrome-error:"));
        }
        return reload(page);
    }

    /** Presses "Reload" and lets the browser send again what led there. */
    static Response reload(Page page) {
        return follow(page, () -> page.context().newCDPSession(page).send("Page.reload"));
    }

    /** All that was asked for, on whatever host. */
    public List<String> addresses() {
        return requests.stream().map(Request::url).toList();
    }

    /** All that pages asked for by themselves. */
    public List<Inclusion> inclusions() {
        return List.copyOf(inclusions);
    }

    /** Answers that were pages, or led to them. */
    public List<Response> documents() {
        return List.copyOf(documents);
    }

    /** What scripts threw and what stood in the console as an error, with where. A breach of a policy is among them. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        context.close();
    }
}
