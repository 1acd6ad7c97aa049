package kz.aryz.runtime.signin;

import gg.jte.Content;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.http.Language;

/** Lets everybody in: for a service that only its own machine reaches. */
record OpenGate() implements Gate {

    @Override
    public PeerPass pass() {
        return PeerPass.NONE;
    }

    @Override
    public Optional<Caller> page(Context ctx) {
        return Optional.of(new Caller.Anybody());
    }

    @Override
    public Optional<Caller> sender(Context ctx) {
        return page(ctx);
    }

    @Override
    public Sender note(Context ctx, Map<String, List<String>> fields) {
        return new Sender.Now(new Caller.Anybody());
    }

    @Override
    public Caller program(Context ctx) {
        return new Caller.Anybody();
    }

    @Override
    public void peer(Context ctx) {}

    @Override
    public void welcome(Context ctx) {}

    @Override
    public Optional<Content> wayOut(Context ctx, Language language) {
        return Optional.empty();
    }

    @Override
    public StepUp stepUp() {
        return new StepUp.Never();
    }

    @Override
    public void register(StaffRoutes routes) {}
}
