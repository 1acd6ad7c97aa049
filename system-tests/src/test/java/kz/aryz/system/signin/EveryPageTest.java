package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.access.Role;
import kz.aryz.quickstart.signin.DemoAccount;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import kz.aryz.system.browser.Visitor;
import kz.aryz.system.signin.RouteLine.Door;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page of every service, as whoever finds something on it: it asks nobody else for anything, fails in no console and has
 * a policy, which it keeps. Which pages there are says {@code routes.txt}. To the provider a browser goes; no page asks it for
 * anything.
 */
@InBrowser
@SuppressWarnings("NullAway.Init")
@Uses(SignInAryz.class)
class EveryPageTest {

    private static final String STEP_UP = "/sign-in/step-up";

    /** What is for programs or is part of pages, and what only leads to the provider and back. */
    private static final Set<String> NO_PAGES = Set.of(
            "/health/live",
            "/health/ready",
            "/metrics",
            "/page.css",
            "/intake.css",
            "/desk.css",
            "/complaint.css",
            "/openapi.json",
            "/api/v1/status",
            "/sign-in",
            "/sign-in/callback",
            STEP_UP);

    private static final SignInAryz ARYZ = SignInAryz.get();

    private static RoutedComplaint complaint;

    private final Browser browser;

    EveryPageTest(Browser browser) {
        this.browser = browser;
    }

    /** A complaint of which both services of the staff know. */
    @BeforeAll
    static void handIn() throws Exception {
        try (Http http = new Http()) {
            Colleague head = Colleague.of(ARYZ, "head-of-unit", ALMATY);
            complaint = RoutedComplaint.handIn(http, ARYZ.addresses(), head, ARYZ.desk());
        }
        for (URI service : List.of(ARYZ.desk(), ARYZ.inbox())) {
            try (Somebody officer = Somebody.of(ARYZ, service, Role.COMMISSIONER_OFFICER)) {
                await().pollInSameThread()
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(officer.page("GET", "/complaints/" + complaint.id(), "")
                                        .status())
                                .isEqualTo(200));
            }
        }
    }

    /** A service by its name in the table. */
    private record Service(String name, URI address) {

        Stream<RouteLine> pages(Door door) {
            return RouteLine.all().stream()
                    .filter(line -> line.service().equals(name))
                    .filter(line -> line.method().equals("GET") && line.door() == door)
                    .filter(line -> !NO_PAGES.contains(line.path()));
        }
    }

    private static List<Service> services() {
        return List.of(
                new Service("intake-service", ARYZ.intake()),
                new Service("triage-streams", ARYZ.desk()),
                new Service("notifier", ARYZ.inbox()));
    }

    @Test
    void noPageForEverybodyAsksAnotherHostOrFailsOrDoesWithoutAPolicy() {
        try (Employee anybody = Employee.of(browser, ARYZ)) {
            for (Service service : services()) {
                service.pages(Door.OPEN).forEach(line -> assertOpens(anybody, service, line.path()));
            }

            assertNothingElsewhere(anybody.visitor());
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noPageOfARoleAsksAnotherHostOrFailsOrDoesWithoutAPolicy(Role role) {
        String account = account(role);
        try (Employee employee = Employee.of(browser, ARYZ)) {
            for (Service service : services()) {
                employee.signIn(service.address(), "/signed-in", account);
                service.pages(Door.PAGE)
                        .filter(line -> line.to().contains(role))
                        .flatMap(line -> addresses(line, role))
                        .forEach(path -> {
                            assertOpens(employee, service, path);
                            act(employee, path);
                        });
                proveAnew(employee, service, account);
                employee.signOut(service.address());
            }

            assertNothingElsewhere(employee.visitor());
        }
    }

    /** The account that shows what stands in Almaty's queue, where the role is one of a unit. */
    private static String account(Role role) {
        return DemoAccount.all().stream()
                .filter(account -> account.role() == role)
                .filter(account -> account.unit().equals(Optional.of(ALMATY))
                        || account.unit().isEmpty())
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The page, and what it shows of a unit to whom it shows that. */
    private static Stream<String> addresses(RouteLine line, Role role) {
        String path = line.path().replace("{complaintId}", complaint.id());
        assertThat(path).as("something is put for everything in braces").doesNotContain("{");
        return line.service().equals("triage-streams") && path.equals("/") && findsQueues(role)
                ? Stream.of(path, path + "?unit=" + ALMATY)
                : Stream.of(path);
    }

    private static boolean findsQueues(Role role) {
        return RouteLine.all().stream()
                .filter(line -> line.path().equals("/api/v1/queues/{unit}"))
                .anyMatch(line -> line.to().contains(role));
    }

    private static void assertOpens(Employee employee, Service service, String path) {
        assertThat(employee.open(service.address(), path).status())
                .as("%s %s", service.name(), path)
                .isEqualTo(200);
    }

    /** Goes on to the page that follows the one that is open, where there is such a one. */
    private static void act(Employee employee, String path) {
        if (path.equals("/clerk")) {
            boolean asked = employee.page().locator("#channel").count() > 0;
            ClerkPage form = new ClerkPage(employee.page());
            form = asked ? form.takeDown("IN_PERSON", "They beat me.") : form.write("They beat me.");
            assertThat(form.send().status()).isEqualTo(200);
            form.next();
        } else if (employee.page().locator("#purpose-account").count() > 0) {
            assertThat(employee.openSection("account", "OVERSIGHT", "").status())
                    .isEqualTo(200);
        }
    }

    /** Goes to the provider and back. */
    private static void proveAnew(Employee employee, Service service, String account) {
        Page page = employee.page();
        page.navigate(service.address() + STEP_UP + "?return=/signed-in");
        assertThat(page.url()).startsWith(ARYZ.addresses().issuer().toString());
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(account + ", step-up")
                                .setExact(true))
                .click();
        page.waitForURL(service.address() + "/signed-in");
    }

    private static void assertNothingElsewhere(Visitor visitor) {
        String provider = ARYZ.addresses().issuer().resolve("/").toString();
        Set<String> ours = Set.of(
                ARYZ.intake().getAuthority(),
                ARYZ.desk().getAuthority(),
                ARYZ.inbox().getAuthority());
        assertThat(visitor.inclusions())
                .filteredOn(inclusion -> !inclusion.page().startsWith(provider))
                .filteredOn(inclusion -> !inclusion.address().startsWith("data:"))
                .isNotEmpty()
                .allSatisfy(inclusion -> assertThat(ours)
                        .contains(URI.create(inclusion.address()).getAuthority()));
        assertThat(visitor.documents())
                .filteredOn(document -> !document.url().startsWith(provider))
                .filteredOn(document -> document.status() == 200)
                .isNotEmpty()
                .allSatisfy(document -> assertThat(document.headerValue("Content-Security-Policy"))
                        .contains("default-src 'none'", "script-src 'self'", "form-action 'self'"));
        assertThat(visitor.errors())
                .filteredOn(error -> !error.contains(" at " + provider))
                .isEmpty();
    }
}
