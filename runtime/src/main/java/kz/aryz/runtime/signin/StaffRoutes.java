package kz.aryz.runtime.signin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.access.Person;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemPage;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.RequestBody;
import kz.aryz.runtime.signin.StaffRoute.Door;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way to add a route to a staff service: each names what guards it. A route that its caller may not use answers
 * as one that does not exist, and a form that takes long to fill in as if nobody were signed in; of what its caller may not know they
 * hear as late as of what does not exist.
 */
public final class StaffRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(StaffRoutes.class);

    private final RoutesConfig routes;
    private final Gate gate;
    private final List<StaffRoute> table = new ArrayList<>();
    private final List<Beginning> beginnings = new ArrayList<>();

    /** A page where people can begin for whom it is there. */
    private record Beginning(Rule rule, StaffHandler page) {

        boolean isFor(Caller caller) {
            return caller.person().map(rule::admits).orElse(true);
        }
    }

    private StaffRoutes(RoutesConfig routes, Gate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    /** Routes behind the gate, with those of the sign-in itself, in a service that may have others for everybody. */
    public static StaffRoutes behind(Gate gate, RoutesConfig routes) {
        StaffRoutes guarded = new StaffRoutes(routes, gate);
        routes.before(ctx -> ProblemPage.offer(ctx, gate::wayOut));
        gate.register(guarded);
        return guarded;
    }

    /**
     * The first page of the service: for whom it is not there, it is the first that is of {@link #beginning}; for whom none is,
     * one that says so, and whose there is nothing else to find.
     */
    public void first(Rule rule, StaffHandler handler) {
        beginnings.addFirst(new Beginning(rule, handler));
        page(
                HandlerType.GET,
                ReturnPath.HOME,
                Rule.anyoneSignedIn(),
                (ctx, caller) -> beginnings.stream()
                        .filter(beginning -> beginning.isFor(caller))
                        .findFirst()
                        .map(Beginning::page)
                        .orElse(SignInPage.NOWHERE)
                        .handle(ctx, caller));
    }

    /** A page that is also where people begin for whom no page before it is there. */
    public void beginning(String path, Rule rule, StaffHandler handler) {
        beginnings.add(new Beginning(rule, handler));
        page(HandlerType.GET, path, rule, handler);
    }

    /** A page for people: signed in, with the session's token where it changes something. */
    public void page(HandlerType method, String path, Rule rule, StaffHandler handler) {
        String route = method + " " + path;
        add(method, path, Door.PAGE, ctx -> {
            Optional<Caller> caller = gate.page(ctx);
            if (caller.isPresent()) {
                let(ctx, caller.get(), rule, route, handler);
            }
        });
    }

    /** Lets somebody look at a page that is there for them. */
    private void let(Context ctx, Caller caller, Rule rule, String route, StaffHandler handler) throws Exception {
        let(ctx, caller, rule, route, EvenRefusals.MAX_BODY_BYTES, handler);
    }

    private void let(Context ctx, Caller caller, Rule rule, String route, int maxBytes, StaffHandler handler)
            throws Exception {
        requireAdmission(rule, caller, route);
        gate.welcome(ctx);
        EvenRefusals.of(noting(route, handler), maxBytes).handle(ctx, caller);
    }

    /**
     * A form that takes its person long to fill in, read up to that many bytes. Where its session is over, or another one has
     * begun since, it goes back to them with the answer {@code 401} or {@code 403}, so that nothing they typed is lost. So it does
     * where its sender has lost their role, or has signed in as somebody else; they hear nothing that nobody hears too.
     */
    public void form(String path, Rule rule, int maxBytes, StaffForm form) {
        add(HandlerType.POST, path, Door.PAGE, ctx -> {
            Map<String, List<String>> fields = RequestBody.form(ctx, maxBytes);
            Optional<Caller> sender = gate.sender(ctx).filter(caller -> isAdmitted(rule, caller, "POST " + path));
            sender.ifPresent(caller -> gate.welcome(ctx));
            if (sender.isPresent() && FormToken.isIn(fields, sender.get())) {
                form.sent(ctx, sender.get(), fields);
            } else {
                ctx.status(sender.isEmpty() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN);
                form.returned(ctx, sender, fields);
            }
        });
    }

    /**
     * A form in which somebody says something. Where its session is over, what they said goes back to the browser that sent it,
     * sealed, and comes back to them alone once they have signed in again; to everybody else it says nothing.
     */
    public void note(String path, Rule rule, StaffNote form) {
        String route = HandlerType.POST + " " + path;
        add(HandlerType.POST, path, Door.PAGE, ctx -> {
            Map<String, List<String>> fields = RequestBody.form(ctx, UnsentForms.MAX_BODY_BYTES);
            switch (gate.note(ctx, fields)) {
                case Sender.Now now ->
                    let(ctx, now.caller(), rule, route, (request, caller) -> form.sent(request, caller, fields));
                case Sender.Before before -> {
                    ctx.status(HttpStatus.FORBIDDEN);
                    let(
                            ctx,
                            before.caller(),
                            rule,
                            route,
                            UnsentForms.MAX_BODY_BYTES,
                            (request, caller) -> form.returned(request, caller, before.fields()));
                }
                case Sender.Nobody ignored -> {}
            }
        });
    }

    /** A part of the API: an access token for this service, and nothing that a browser sends by itself. */
    public void api(HandlerType method, String path, Rule rule, StaffHandler handler) {
        String route = method + " " + path;
        StaffHandler even = EvenRefusals.of(noting(route, handler));
        add(method, path, Door.API, ctx -> {
            Caller caller = gate.program(ctx);
            requireAdmission(rule, caller, route);
            even.handle(ctx, caller);
        });
    }

    /** What the instances of a service ask each other. */
    public void peer(String path, Handler handler) {
        add(HandlerType.GET, path, Door.PEER, ctx -> {
            gate.peer(ctx);
            handler.handle(ctx);
        });
    }

    /** What the identity provider tells, and proves by what it sends: the handler looks at that first. */
    void provider(String path, Handler handler) {
        add(HandlerType.POST, path, Door.PROVIDER, handler);
    }

    /** The way out: the handler looks at the session and its token itself, because whoever has none any more leaves too. */
    void exit(String path, Handler handler) {
        add(HandlerType.POST, path, Door.PAGE, handler);
    }

    /** For everybody: style sheets, and the sign-in itself. */
    public void open(String path, Handler handler) {
        add(HandlerType.GET, path, Door.OPEN, handler);
    }

    /** What handlers ask before something that is graver than what their route is for. */
    public StepUp stepUp() {
        return gate.stepUp();
    }

    /** All routes so far. */
    public List<StaffRoute> table() {
        return List.copyOf(table);
    }

    /** To HEAD as to GET: Javalin by itself would say 200 to everybody. */
    private void add(HandlerType method, String path, Door door, Handler handler) {
        table.add(new StaffRoute(method.name(), path, door));
        routes.addHttpHandler(method, path, handler);
        if (method.equals(HandlerType.GET)) {
            routes.addHttpHandler(HandlerType.HEAD, path, handler);
        }
    }

    private static void requireAdmission(Rule rule, Caller caller, String route) {
        if (!isAdmitted(rule, caller, route)) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
    }

    private static boolean isAdmitted(Rule rule, Caller caller, String route) {
        Optional<Person> person = caller.person();
        boolean admitted = person.isEmpty() || rule.admits(person.get());
        if (!admitted) {
            note(caller, route);
        }
        return admitted;
    }

    private static StaffHandler noting(String route, StaffHandler handler) {
        return (ctx, caller) -> {
            try {
                handler.handle(ctx, caller);
            } catch (ProblemException problem) {
                if (problem.type().equals(ProblemType.NOT_FOUND)) {
                    note(caller, route);
                }
                throw problem;
            }
        };
    }

    /** Whether there was something that they may not know of, the log does not tell either. */
    private static void note(Caller caller, String route) {
        caller.person().ifPresent(person -> LOG.info("{} finds nothing at {}", person.pseudonym(), route));
    }
}
