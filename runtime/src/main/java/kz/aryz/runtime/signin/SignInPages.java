package kz.aryz.runtime.signin;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in and the way out. */
final class SignInPages {
    private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);
    static final String SIGN_IN = "/sign-in";
    static final String CALLBACK = "/sign-in/callback";
    private static final String STEP_UP = "/sign-in/step-up";
    private static final String SIGNED_IN = "/signed-in";
    private static final String SIGN_OUT = "/sign-out";
    private static final String SIGNED_OUT = "/signed-out";

    /** What is to go at a sign-out; the language that somebody chose may stay. */
    private static final String KEPT_BY_BROWSERS = "\"cache\", \"storage\"";

    private final URI base;
    private final CodeFlow flow;
    private final StepUp.By stepUp;
    private final Sessions sessions;
    private final SignInCookies cookies;
    private final String home;

    /** {@code home}: path of the page where staff begin. */
    SignInPages(
            ServiceConfig service,
            CodeFlow flow,
            StepUp.By stepUp,
            Sessions sessions,
            SignInCookies cookies,
            String home) {
        this.base = service.advertisedUrl();
        this.flow = flow;
        this.stepUp = stepUp;
        this.sessions = sessions;
        this.cookies = cookies;
        this.home = home;
    }

    /** Path that leads through the provider, and back to that one. */
    static String stepUp(String back) {
        return STEP_UP + "?return=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    void register(StaffRoutes routes) {
        routes.open(SIGN_IN, this::begin);
        routes.page(HandlerType.GET, STEP_UP, Rule.anyoneSignedIn(), (ctx, caller) -> beginStepUp(ctx));
        routes.open(CALLBACK, this::complete);
        routes.open(SIGNED_OUT, ctx -> page("signed-out").show(ctx, new Caller.Anybody()));
        routes.page(HandlerType.GET, SIGNED_IN, Rule.anyoneSignedIn(), page("signed-in")::show);
        routes.exit(SIGN_OUT, this::leave);
    }

    private SignInPage page(String kind) {
        return new SignInPage(kind, Optional.of(home));
    }

    /** Whoever comes with a session that is over was away for long: the provider asks them anew who they are. */
    private void begin(Context ctx) {
        Attempt attempt = Attempt.begin(ReturnPath.of(ctx.queryParam("return"), home));
        boolean cameBack = cookies.session(ctx) != null;
        lead(ctx, attempt, () -> flow.begin(attempt, cameBack));
    }

    private void beginStepUp(Context ctx) {
        Attempt attempt = Attempt.stepUp(ReturnPath.of(ctx.queryParam("return"), home));
        lead(ctx, attempt, () -> flow.stepUp(attempt, stepUp.acr()));
    }

    /** A place at the provider. */
    private interface Place {
        URI find() throws ProviderAwayException;
    }

    private void lead(Context ctx, Attempt attempt, Place place) {
        try {
            URI provider = place.find();
            cookies.begin(ctx, attempt);
            ctx.redirect(provider.toString(), HttpStatus.SEE_OTHER);
        } catch (ProviderAwayException e) {
            LOG.warn("nobody can sign in", e);
            throw SignInGate.away();
        }
    }

    private void complete(Context ctx) {
        Attempt attempt = cookies.attempt(ctx).orElseThrow(() -> ProblemException.of(SignInProblem.STALE_SIGN_IN));
        cookies.endAttempt(ctx);
        try {
            SignedIn who = flow.complete(attempt, ctx.queryString());
            if (attempt.stepUp() && !stepUp.isDone(who.proof())) {
                throw ProblemException.of(SignInProblem.STEP_UP_REFUSED);
            }
            cookies.begin(ctx, session(ctx, attempt, who));
            LOG.info(
                    attempt.stepUp() ? "{} has proved themselves anew, at level {}" : "{} has signed in, at level {}",
                    who.person().pseudonym(),
                    who.proof().acr());
            ctx.redirect(attempt.returnTo(), HttpStatus.SEE_OTHER);
        } catch (ProviderAwayException e) {
            LOG.warn("a sign-in could not be completed", e);
            throw SignInGate.away();
        }
    }

    /** Whoever was signed in before, as somebody else or for too long, is not any more. */
    private Session session(Context ctx, Attempt attempt, SignedIn who) {
        Optional<Session> before = sessions.find(cookies.session(ctx), false);
        boolean same = before.map(session ->
                        session.person().pseudonym().equals(who.person().pseudonym()))
                .orElse(false);
        if (attempt.stepUp() && same) {
            return sessions.renew(before.orElseThrow(), who)
                    .orElseThrow(() -> ProblemException.of(SignInProblem.STALE_SIGN_IN));
        }
        before.ifPresent(sessions::end);
        return sessions.begin(who);
    }

    /** Whoever has no session here any more, or never had one, may still have one at the provider. */
    private void leave(Context ctx) {
        Optional<Session> session = sessions.find(cookies.session(ctx), false);
        session.ifPresent(open -> end(ctx, open));
        if (cookies.session(ctx) != null) {
            cookies.end(ctx);
            ctx.header("Clear-Site-Data", KEPT_BY_BROWSERS);
        }
        ctx.redirect(afterwards(session).toString(), HttpStatus.SEE_OTHER);
    }

    private void end(Context ctx, Session session) {
        FormToken.require(ctx, session);
        sessions.end(session);
        LOG.info("{} has signed out", session.person().pseudonym());
    }

    private URI afterwards(Optional<Session> session) {
        URI signedOut = URI.create(base + SIGNED_OUT);
        try {
            return flow.end(session.map(SignInPages::idToken).orElse(null), signedOut)
                    .orElse(signedOut);
        } catch (ProviderAwayException e) {
            LOG.warn("a session at the identity provider may go on", e);
            throw SignInGate.away();
        }
    }

    private static JWT idToken(Session session) {
        try {
            return JWTParser.parse(session.who().idToken());
        } catch (ParseException e) {
            throw new IllegalStateException("a token that was verified can be read", e);
        }
    }
}
