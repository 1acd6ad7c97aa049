package kz.aryz.quickstart.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page on which one chooses who to be. A choice tells the provider the account's name and what to say of it. */
public final class AccountsPage {

    private static final String PLACE = "<!-- accounts -->";
    private static final ObjectMapper JSON = new ObjectMapper();

    private AccountsPage() {}

    /** The page, without scripts and with nothing from elsewhere. */
    public static String of(List<DemoAccount> accounts) {
        return page().replace(PLACE, accounts.stream().map(AccountsPage::row).collect(Collectors.joining("\n")));
    }

    private static String page() {
        try (InputStream page =
                Objects.requireNonNull(AccountsPage.class.getResourceAsStream("accounts.html"), "accounts.html")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(DemoAccount account) {
        return """
                <tr>
                <td>%s</td>
                <td>%s</td>
                <td>%s</td>
                <td>%s</td>
                </tr>""".formatted(
                        choice(account, false, account.name()),
                        escaped(account.role().code()),
                        escaped(account.unit().orElse("")),
                        choice(account, true, account.name() + ", step-up"));
    }

    private static String choice(DemoAccount account, boolean stepUp, String label) {
        return """
                <form method="post">
                <input type="hidden" name="username" value="%s">
                <input type="hidden" name="claims" value="%s">
                <button type="submit">%s</button>
                </form>""".formatted(escaped(account.name()), escaped(json(account, stepUp)), escaped(label));
    }

    private static String json(DemoAccount account, boolean stepUp) {
        try {
            return JSON.writeValueAsString(account.claims(stepUp));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
