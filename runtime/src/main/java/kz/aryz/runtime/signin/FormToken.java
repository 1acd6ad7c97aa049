package kz.aryz.runtime.signin;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.RequestBody;

/** The token by which a form shows that this service wrote it for this session (synchroniser token against CSRF). */
public final class FormToken {
    /** Name of the form's field. */
    public static final String FIELD = "csrf";

    private static final Set<HandlerType> SAFE = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private FormToken() {}

    static boolean isSafe(Context ctx) {
        return SAFE.contains(ctx.method());
    }

    /**
     * Lets pass what changes nothing, and what carries the session's token.
     *
     * @throws ProblemException for everything else
     */
    static void require(Context ctx, Session session) {
        if (!isSafe(ctx) && !isIn(RequestBody.form(ctx), session.formToken())) {
            throw ProblemException.of(SignInProblem.STALE_FORM);
        }
    }

    /** Whether these fields carry what forms of the caller must carry. */
    static boolean isIn(Map<String, List<String>> fields, Caller caller) {
        String token = caller.formToken();
        return token == null || isIn(fields, token);
    }

    private static boolean isIn(Map<String, List<String>> fields, String token) {
        List<String> sent = fields.getOrDefault(FIELD, List.of());
        return sent.size() == 1 && RandomText.same(sent.getFirst(), token);
    }
}
