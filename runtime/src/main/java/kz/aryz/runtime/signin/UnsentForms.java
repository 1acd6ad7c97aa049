package kz.aryz.runtime.signin;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.RequestBody;

/**
 * Forms that come after their session. What was typed goes back to the browser that sent it, sealed: whoever sits down there next can
 * neither read it nor get it back, which only the person can to whom the form had been shown, once they have signed in again. Nothing
 * is kept here.
 */
public final class UnsentForms {

    /** Field that carries what was typed. */
    public static final String FIELD = "unsent";

    /** Of a request that carries what was typed: a third longer for being sealed, and the name of its field. */
    static final int MAX_BODY_BYTES = EvenRefusals.MAX_BODY_BYTES * 3 / 2;

    private final FormSecret secret;

    UnsentForms(FormSecret secret) {
        this.secret = secret;
    }

    /**
     * To whoever is not signed in.
     *
     * @throws ProblemException for more than would be taken from them in a session
     */
    void giveBack(Context ctx, Map<String, List<String>> fields) {
        String sealed = one(fields, FIELD)
                .orElseGet(() -> secret.seal(ctx.path(), RequestBody.text(ctx, EvenRefusals.MAX_BODY_BYTES)));
        ctx.status(HttpStatus.UNAUTHORIZED);
        ctx.render("runtime/unsent.jte", Map.of("texts", new SignInTexts(LanguageChoice.of(ctx)), "sealed", sealed));
    }

    /**
     * What they had typed, for whoever is signed in now.
     *
     * @throws ProblemException where it is not theirs
     */
    Map<String, List<String>> typed(Context ctx, Caller.Visitor caller, Map<String, List<String>> fields) {
        return one(fields, FIELD)
                .map(carried -> secret.open(ctx.path(), carried)
                        .map(RequestBody::fields)
                        .orElse(Map.of()))
                .or(() -> Optional.of(fields))
                .filter(typed -> one(typed, FormToken.FIELD)
                        .filter(token -> secret.isOf(token, caller.known()))
                        .isPresent())
                .orElseThrow(() -> ProblemException.of(SignInProblem.STALE_FORM));
    }

    private static Optional<String> one(Map<String, List<String>> fields, String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
