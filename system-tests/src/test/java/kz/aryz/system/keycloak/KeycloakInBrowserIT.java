package kz.aryz.system.keycloak;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import kz.aryz.system.Http;
import kz.aryz.system.TopicContents;
import kz.aryz.system.browser.Visitor;
import kz.aryz.system.signin.Said;
import kz.aryz.system.signin.SignInJourney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

/** At Keycloak: with a password, and with a code that is new each time. */
@Tag("docker")
@Testcontainers(disabledWithoutDocker = true)
class KeycloakInBrowserIT extends SignInJourney {

    private static @Nullable KeycloakAryz started;

    private KeycloakAdministrator.@Nullable Account newest;

    private @Nullable OneTimeCodes codes;

    KeycloakInBrowserIT(Browser browser) {
        super(browser);
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        started = new KeycloakAryz(folder);
    }

    @AfterAll
    static void stop() throws IOException {
        if (started != null) {
            started.close();
        }
    }

    private static KeycloakAryz keycloak() {
        return Objects.requireNonNull(started);
    }

    @Override
    protected Staffed aryz() {
        KeycloakAryz aryz = keycloak();
        return new Staffed(
                aryz.addresses().triageUrl(),
                aryz.addresses().notifierUrl(),
                aryz.issuer(),
                aryz.addresses(),
                new TopicContents(
                        aryz.addresses().bootstrapServers(), aryz.addresses().registryUrl()),
                aryz.complaint());
    }

    @Override
    protected void provesToBeHead(Page page) throws IOException {
        newcomer("head-of-unit", "/units/PROS.KZ-75", page);
    }

    @Override
    protected void provesToBeOfficer(Page page) throws IOException {
        newcomer("commissioner-officer", "/bodies/COMMISSIONER", page);
    }

    @Override
    protected void provesItAnew(Page page) {
        givesCode(page);
    }

    /** Somebody who signs in for the first time, and must set their codes up before anything else. */
    private void newcomer(String role, String group, Page page) throws IOException {
        KeycloakAdministrator.Account account = keycloak().administrator().person(role, group);
        newest = account;
        givesPassword(page, account);
        page.locator("#mode-manual").click();
        codes = new OneTimeCodes(page.locator("#kc-totp-secret-key").innerText(), Clock.systemUTC());
        page.fill("#totp", codes.next());
        page.locator("#saveTOTPBtn").click();
    }

    private static void givesPassword(Page page, KeycloakAdministrator.Account account) {
        page.fill("#username", account.name());
        page.fill("#password", account.password());
        page.locator("#kc-login").click();
    }

    private void givesCode(Page page) {
        page.fill("#otp", Objects.requireNonNull(codes).next());
        page.locator("#kc-login").click();
    }

    @Test
    void staffSeeWhereTheyAreSignedInAndChangeTheirPassword() throws IOException {
        try (Visitor head = headAtDesk()) {
            Page page = head.page();
            KeycloakAdministrator.Account account = Objects.requireNonNull(newest);
            KeycloakAdministrator.Account changed =
                    new KeycloakAdministrator.Account(account.name(), "a tram, a herd of saigas");
            String own = aryz().issuer() + "/account/account-security";

            page.navigate(own + "/device-activity");
            page.getByText("Current session").waitFor();
            assertThat(page.locator("main").innerText()).contains("Investigators");

            page.navigate(own + "/signing-in");
            page.locator("[data-testid='password/credential-list'] [data-testrole='update']")
                    .click();
            page.fill("#password", account.password());
            page.locator("#kc-login").click();
            givesCode(page);
            page.fill("#password-new", changed.password());
            page.fill("#password-confirm", changed.password());
            page.locator("#kc-submit").click();
            page.waitForURL(address -> address.startsWith(own));

            page.navigate(aryz().desk() + "/signed-in");
            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL(aryz().desk() + "/signed-out");
            page.navigate(aryz().desk() + "/");
            givesPassword(page, changed);
            givesCode(page);
            page.waitForURL(aryz().desk() + "/");
        }
    }

    @Test
    void oneSignInOpensTheOtherServiceAndOneSignOutEndsBoth() throws IOException {
        try (Visitor head = headAtDesk()) {
            Page page = head.page();
            page.navigate(aryz().inbox() + "/signed-in");
            assertThat(page.url()).isEqualTo(aryz().inbox() + "/signed-in");

            page.navigate(aryz().desk() + "/signed-in");
            page.locator("form[action='/sign-out'] button").click();
            page.waitForURL(aryz().desk() + "/signed-out");
            assertThat(page.context().cookies(aryz().inbox().toString()))
                    .extracting(cookie -> cookie.name)
                    .contains("notifier-session");

            page.navigate(aryz().inbox() + "/signed-in");
            assertIsAtProvider(page);
        }
    }

    @Test
    void whomAnAdministratorDisablesIsOutOfAnOpenSession() throws IOException {
        try (Visitor head = headAtDesk()) {
            Page page = head.page();
            page.navigate(aryz().desk() + "/signed-in");
            assertThat(page.url()).isEqualTo(aryz().desk() + "/signed-in");

            keycloak().administrator().disable(Objects.requireNonNull(newest));

            await().atMost(PATIENCE).untilAsserted(() -> {
                page.navigate(aryz().desk() + "/signed-in");
                assertIsAtProvider(page);
            });
        }
    }

    @Test
    void nobodyHasAPasswordThatIsCommonOrSaysWhoTheyAre() throws IOException {
        KeycloakAdministrator administrator = keycloak().administrator();

        assertThat(administrator.takesPassword("aigul", "qwertyqwerty")).isFalse();
        assertThat(administrator.takesPassword("berik", "Kazakhstan2026!")).isFalse();
        assertThat(administrator.takesPassword("serik", "serik-and-some-more")).isFalse();
        assertThat(administrator.takesPassword("dana", "a tram, a herd of saigas"))
                .isTrue();
    }

    @Test
    void aScriptShowsTheApisATokenOfItsClient(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), keycloak().secret() + "\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), "wrong");

        Said said = token(secret);
        Said refused = token(wrong);

        assertThat(said.code()).as(said.err()).isZero();
        try (Http http = new Http()) {
            Map<String, String> headers =
                    Map.of("Authorization", "Bearer " + said.out().strip());
            Http.Answer queues = http.get(aryz().desk().resolve("/api/v1/queues"), headers);
            assertThat(queues.status()).as("known, and of no role").isEqualTo(404);
        }
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("must know the client, its secret");
    }

    private Said token(Path secret) {
        return Said.by(
                "token",
                "--issuer",
                aryz().issuer().toString(),
                "--client-id",
                "aryz",
                "--client-secret-file",
                secret.toString());
    }
}
