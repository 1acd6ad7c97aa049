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
                <td><form method="post">
                <input type="hidden" name="username" value="%1$s">
                <input type="hidden" name="claims" value="%2$s">
                <button type="submit">%1$s</button>
                </form></td>
                <td>%3$s</td>
                <td>%4$s</td>
                </tr>""".formatted(
                        escaped(account.name()),
                        escaped(json(account)),
                        escaped(account.role().code()),
                        escaped(account.unit().orElse("")));
    }

    private static String json(DemoAccount account) {
        try {
            return JSON.writeValueAsString(account.claims());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are JSON", e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
