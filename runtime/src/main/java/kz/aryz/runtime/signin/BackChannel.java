package kz.aryz.runtime.signin;

import io.javalin.http.Context;
import java.util.List;
import kz.aryz.runtime.http.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the provider tells that somebody has signed out, at whichever service (OpenID Connect Back-Channel Logout 1.0). An
 * instance that is told passes the token on to the others as it is: each believes the provider and not the other.
 */
final class BackChannel {
    static final String PATH = "/sign-out/back-channel";

    private static final String TOKEN = "logout_token";

    /** Anybody may send here; tokens of providers have one or two thousand bytes. */
    private static final int MAX_BODY_BYTES = 16 * 1024;

    /** There on what comes from another instance, which has told everybody already. */
    private static final String PASSED_ON = "passed-on";

    private static final Logger LOG = LoggerFactory.getLogger(BackChannel.class);

    private final LogoutTokens tokens;
    private final Sessions sessions;
    private final OtherInstances others;

    BackChannel(LogoutTokens tokens, Sessions sessions, OtherInstances others) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.others = others;
    }

    void register(StaffRoutes routes) {
        routes.provider(PATH, this::take);
    }

    private void take(Context ctx) {
        List<String> sent = RequestBody.form(ctx, MAX_BODY_BYTES).getOrDefault(TOKEN, List.of());
        if (sent.size() != 1) {
            throw LogoutTokens.refused();
        }
        String token = sent.getFirst();
        try {
            int ended = sessions.endAll(tokens.take(token));
            LOG.info("{} sessions have ended with one at the identity provider", ended);
        } catch (ProviderAwayException e) {
            LOG.warn("what has ended at the identity provider is not known", e);
            throw SignInGate.away();
        }
        if (ctx.queryParam(PASSED_ON) == null) {
            others.tell(PATH + '?' + PASSED_ON, TOKEN, token);
        }
    }
}
