package kz.aryz.runtime.signin;

import gg.jte.Content;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who asks, before anything is answered. */
public sealed interface Gate permits OpenGate, ClosedGate, SignInGate {
    Logger LOG = LoggerFactory.getLogger(Gate.class);

    /**
     * Without a client at an identity provider nobody signs in: everybody on this machine is let in, and nobody at all where
     * others reach it.
     */
    static Gate of(ServiceConfig service, Optional<OidcClient> client, Clock clock) {
        return of(service, client, List::of, clock);
    }

    /** {@code instances}: where the instances of the service answer at the moment, all or but this one. */
    static Gate of(ServiceConfig service, Optional<OidcClient> client, Supplier<List<URI>> instances, Clock clock) {
        return of(service, client, ReturnPath.HOME, instances, clock);
    }

    /** {@code home}: path of the page where staff begin, for a service whose first page is not theirs. */
    static Gate of(ServiceConfig service, Optional<OidcClient> client, String home, Clock clock) {
        return of(service, client, home, List::of, clock);
    }

    private static Gate of(
            ServiceConfig service,
            Optional<OidcClient> client,
            String home,
            Supplier<List<URI>> instances,
            Clock clock) {
        return client.<Gate>map(oidc -> new SignInGate(service, oidc, home, new OtherInstances(instances), clock))
                .orElseGet(() -> withoutSignIn(service));
    }

    private static Gate withoutSignIn(ServiceConfig service) {
        if (service.onThisMachineAlone()) {
            LOG.warn("the pages for staff are open to everybody on this machine: OIDC_ISSUER is not set");
            return new OpenGate();
        }
        LOG.error("nobody gets at the pages for staff: set OIDC_ISSUER, or ARYZ_BIND to a loopback address");
        return new ClosedGate();
    }

    /** By what this instance shows the others that it is one of them. */
    PeerPass pass();

    /** Who looks at a page; empty where the request has been answered, with the way to the sign-in. */
    Optional<Caller> page(Context ctx);

    /** Who sends a form, whatever is in it; empty where nobody is signed in. Answers nothing. */
    Optional<Caller> sender(Context ctx);

    /**
     * Who sends a form with those fields in which somebody says something.
     *
     * @throws ProblemException where it was shown to somebody else than who is signed in now
     */
    Sender note(Context ctx, Map<String, List<String>> fields);

    /**
     * Which program asks.
     *
     * @throws ProblemException if it does not say, or not as it must
     */
    Caller program(Context ctx);

    /**
     * Lets another instance of this service pass.
     *
     * @throws ProblemException if it is none
     */
    void peer(Context ctx);

    /** Whoever looks at this page was let in. */
    void welcome(Context ctx);

    /** Who is signed in, and how they leave, on a page that is there for everybody; empty where nobody is. */
    Optional<Content> wayOut(Context ctx, Language language);

    /** What stands in front of what is graver than the rest. */
    StepUp stepUp();

    /** Adds what the sign-in itself needs. */
    void register(StaffRoutes routes);
}
