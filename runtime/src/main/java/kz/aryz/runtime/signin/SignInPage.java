package kz.aryz.runtime.signin;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.aryz.access.Role;
import kz.aryz.runtime.http.LanguageChoice;

/**
 * A page about being signed in.
 *
 * @param kind beginning of the keys of its texts
 * @param home where it leads; empty where it leads nowhere
 */
record SignInPage(String kind, Optional<String> home) {

    /** For whoever has nothing at the service. */
    static final StaffHandler NOWHERE = new SignInPage("nowhere", Optional.empty())::show;

    void show(Context ctx, Caller caller) {
        SignInTexts texts = new SignInTexts(LanguageChoice.of(ctx));
        Map<String, Object> shown = new HashMap<>(
                Map.of("texts", texts, "kind", kind, "badge", caller.badge(texts.language()), "known", known(caller)));
        home.ifPresent(path -> shown.put("home", path));
        ctx.render("runtime/signin.jte", shown);
    }

    /** What the provider said of somebody, so that they can tell a missing role from an empty system. */
    private static List<String> known(Caller caller) {
        return caller.person().stream()
                .flatMap(person -> Stream.concat(
                        person.roles().stream().map(Role::code),
                        person.units().stream().sorted()))
                .toList();
    }
}
