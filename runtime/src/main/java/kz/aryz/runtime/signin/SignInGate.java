package kz.aryz.runtime.signin;

import gg.jte.Content;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.SecurityHeaders;
import kz.aryz.runtime.http.SelfRefresh;

/** Knows people by their sessions, programs by their tokens, other instances by their proof. */
final class SignInGate implements Gate {
    private static final int MOST_SESSIONS = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Provider provider;
    private final Sessions known;
    private final UnsentForms unsent;
    private final Confirmation sessions;
    private final SignInCookies cookies;
    private final BearerTokens tokens;
    private final PeerPass pass;
    private final StepUp.By stepUp;
    private final SignInPages pages;
    private final BackChannel backChannel;

    SignInGate(ServiceConfig service, OidcClient client, String home, OtherInstances others, Clock clock) {
        this.provider = new Provider(client, clock);
        FormSecret forms = new FormSecret(client);
        this.unsent = new UnsentForms(forms);
        this.known = new Sessions(clock, MOST_SESSIONS, forms::token);
        CodeFlow flow = new CodeFlow(provider, client, callback(service));
        this.sessions = new Confirmation(known, flow, client.confirmEvery());
        this.cookies = new SignInCookies(service);
        this.tokens = new BearerTokens(provider, client.id(), clock);
        this.pass = new PeerPass.Shared(client, clock);
        this.stepUp = new StepUp.By(client.stepUpAcr(), clock);
        this.pages = new SignInPages(service, flow, stepUp, known, cookies, home);
        this.backChannel = new BackChannel(new LogoutTokens(provider, client.id(), clock), known, others);
    }

    @Override
    public PeerPass pass() {
        return pass;
    }

    @Override
    public Optional<Caller> page(Context ctx) {
        Optional<Session> session = session(ctx);
        if (session.isEmpty()) {
            showTheWayIn(ctx);
            return Optional.empty();
        }
        FormToken.require(ctx, session.get());
        return session.map(Caller.Visitor::of);
    }

    /** A page that loads itself anew keeps no session alive. */
    private Optional<Session> session(Context ctx) {
        try {
            return sessions.find(cookies.session(ctx), !SelfRefresh.asks(ctx));
        } catch (ProviderAwayException e) {
            throw away();
        }
    }

    @Override
    public Optional<Caller> sender(Context ctx) {
        return visitor(ctx).map(Caller.class::cast);
    }

    @Override
    public Sender note(Context ctx, Map<String, List<String>> fields) {
        Optional<Caller.Visitor> visitor = visitor(ctx);
        if (visitor.isEmpty()) {
            unsent.giveBack(ctx, fields);
            return new Sender.Nobody();
        }
        Caller.Visitor caller = visitor.get();
        return FormToken.isIn(fields, caller)
                ? new Sender.Now(caller)
                : new Sender.Before(caller, unsent.typed(ctx, caller, fields));
    }

    /** Whoever sends a form while nobody can say who they are gets it back, as at the end of a session. */
    private Optional<Caller.Visitor> visitor(Context ctx) {
        try {
            return sessions.find(cookies.session(ctx), true).map(Caller.Visitor::of);
        } catch (ProviderAwayException e) {
            return Optional.empty();
        }
    }

    @Override
    public Caller program(Context ctx) {
        try {
            return tokens.program(ctx.header("Authorization"));
        } catch (ProviderAwayException e) {
            throw away();
        }
    }

    @Override
    public void peer(Context ctx) {
        String query = ctx.queryString();
        String address = query == null ? ctx.path() : ctx.path() + '?' + query;
        if (!pass.accepts(ctx.header("Authorization"), address)) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
    }

    /** Signing out is a form that leads on to the provider, which browsers must be told to allow. */
    @Override
    public void welcome(Context ctx) {
        provider.endSession().ifPresent(place -> SecurityHeaders.allowForms(ctx, place));
    }

    /** By what is known here: whoever the provider cannot confirm now may leave, and nothing is asked of it about what is not there. */
    @Override
    public Optional<Content> wayOut(Context ctx, Language language) {
        return known.find(cookies.session(ctx), false).map(Caller.Visitor::of).map(visitor -> {
            welcome(ctx);
            return visitor.badge(language);
        });
    }

    @Override
    public StepUp stepUp() {
        return stepUp;
    }

    @Override
    public void register(StaffRoutes routes) {
        pages.register(routes);
        backChannel.register(routes);
    }

    private static URI callback(ServiceConfig service) {
        return URI.create(service.advertisedUrl() + SignInPages.CALLBACK);
    }

    static ProblemException away() {
        return ProblemException.retryAfter(SignInProblem.PROVIDER_AWAY, PAUSE);
    }

    /** A page that loads itself anew cannot follow to another site. */
    private static void showTheWayIn(Context ctx) {
        if (SelfRefresh.asks(ctx)) {
            ctx.status(HttpStatus.UNAUTHORIZED).header("HX-Refresh", "true");
        } else if (FormToken.isSafe(ctx)) {
            String query = ctx.queryString();
            String here = query == null ? ctx.path() : ctx.path() + '?' + query;
            ctx.redirect(
                    SignInPages.SIGN_IN + "?return=" + URLEncoder.encode(here, StandardCharsets.UTF_8),
                    HttpStatus.SEE_OTHER);
        } else {
            throw ProblemException.of(SignInProblem.UNAUTHENTICATED);
        }
    }
}
