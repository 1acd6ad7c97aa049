package kz.aryz.system.signin;

import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static kz.aryz.system.signin.SignInAryz.ASTANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.access.Role;
import kz.aryz.quickstart.signin.DemoAccount;
import kz.aryz.system.Uses;
import kz.aryz.system.browser.InBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each role from its sign-in to its sign-out: what is there for it, and that nothing else is. */
@InBrowser
@Uses(SignInAryz.class)
class RolesInBrowserTest {

    private final Browser browser;
    private final SignInAryz aryz = SignInAryz.get();

    RolesInBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void everyRoleHasAnAccount() {
        assertThat(DemoAccount.all()).extracting(DemoAccount::role).contains(Role.values());
    }

    @ParameterizedTest
    @CsvSource({
        "triage-almaty, PROS.KZ-75, 1",
        "head-almaty, PROS.KZ-75, 1",
        "supervisor-almaty, PROS.KZ-75, 1",
        "investigator-almaty, PROS.KZ-75, 0",
        "head-astana, PROS.KZ-71, 0"
    })
    void whoIsOfAUnitSeesWhatIsTheirsInItsQueueAndNoOther(String account, String unit, int complaints) {
        try (Employee employee = Employee.of(browser, aryz)) {
            employee.signIn(aryz.desk(), account);

            assertThat(employee.units()).containsExactly(unit);
            assertThat(employee.rows(unit, aryz.complaint())).isEqualTo(complaints);
            assertIsLikeNothing(employee, "/?unit=" + (unit.equals(ALMATY) ? ASTANA : ALMATY));
            assertIsLikeNothing(employee, "/?unit=PROS.SPECIAL");
            employee.signOut(aryz.desk());
            employee.assertIsAsked(aryz.desk());

            assertThat(employee.signIn(aryz.inbox(), account).text()).contains("There is no page for you here");
            employee.signOut(aryz.inbox());
        }
    }

    /** The answer is, to the letter, that about a unit that never existed. */
    private void assertIsLikeNothing(Employee employee, String path) {
        Told answer = Told.by(employee.open(aryz.desk(), path));
        Told nothing = Told.by(employee.open(aryz.desk(), "/?unit=PROS.KZ-99"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer).isEqualTo(nothing);
    }

    /** What an answer tells whoever asked. A browser forgets its text with the next page. */
    private record Told(int status, String text, Map<String, String> headers) {

        static Told by(Response answer) {
            Map<String, String> headers = new HashMap<>(answer.headers());
            headers.remove("date");
            return new Told(answer.status(), answer.text(), headers);
        }
    }

    @Test
    void theCommissionersOfficerSeesEveryQueueAndConfirmsWhatTheyMustKnow() {
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.desk(), "commissioner");

            assertThat(officer.units()).contains(ALMATY, ASTANA, "PROS.SPECIAL", "COMMISSIONER");
            assertThat(officer.rows(ALMATY, aryz.complaint())).isOne();
            assertIsLikeNothing(officer, "/?unit=PROS.KZ-98");
            officer.signOut(aryz.desk());
            officer.assertIsAsked(aryz.desk());

            assertThat(officer.signIn(aryz.inbox(), "commissioner").status()).isEqualTo(200);
            assertThat(officer.confirm(aryz.complaint())).isTrue();
            officer.signOut(aryz.inbox());
            officer.assertIsAsked(aryz.inbox());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, intake-clerk",
        "monitor, npm-monitor",
        "statistician, statistician",
        "administrator, administrator",
        "terminal, facility-terminal"
    })
    void whoeverHasNoPageIsToldSoAndCanLeave(String account, String role) {
        try (Employee employee = Employee.of(browser, aryz)) {
            for (URI service : List.of(aryz.desk(), aryz.inbox())) {
                Told answer = Told.by(employee.signIn(service, account));

                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text()).contains("<code>" + role + "</code>").doesNotContain("/accesses");
                employee.signOut(service);
                employee.assertIsAsked(service);
            }
        }
    }

    @Test
    void anAuditorBeginsWithTheRecordOfAccesses() {
        try (Employee auditor = Employee.of(browser, aryz)) {
            assertThat(auditor.signIn(aryz.inbox(), "auditor").status()).isEqualTo(200);
            String first = auditor.text("h1");

            assertThat(auditor.openAccesses().status()).isEqualTo(200);
            assertThat(auditor.text("h1")).isEqualTo(first);
            auditor.signOut(aryz.inbox());
            auditor.assertIsAsked(aryz.inbox());
        }
    }

    @Test
    void aSessionOfAPageOpensNoApi() {
        try (Employee officer = Employee.of(browser, aryz)) {
            officer.signIn(aryz.desk(), "commissioner");
            officer.signIn(aryz.inbox(), "commissioner");

            assertThat(officer.statusWithCookies(aryz.desk(), "/")).isEqualTo(200);
            assertThat(officer.statusWithCookies(aryz.desk(), "/api/v1/queues")).isEqualTo(401);
            assertThat(officer.statusWithCookies(aryz.inbox(), "/")).isEqualTo(200);
            assertThat(officer.statusWithCookies(aryz.inbox(), "/api/v1/alerts"))
                    .isEqualTo(401);
        }
    }
}
