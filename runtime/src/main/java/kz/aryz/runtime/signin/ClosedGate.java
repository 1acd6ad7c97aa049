package kz.aryz.runtime.signin;

import gg.jte.Content;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;

/** Lets nobody in: for a service that others reach, and that has nobody to ask who they are. What is for staff is not there. */
record ClosedGate() implements Gate {

    @Override
    public PeerPass pass() {
        return PeerPass.NONE;
    }

    @Override
    public Optional<Caller> page(Context ctx) {
        throw notThere();
    }

    @Override
    public Optional<Caller> sender(Context ctx) {
        throw notThere();
    }

    @Override
    public Sender note(Context ctx, Map<String, List<String>> fields) {
        throw notThere();
    }

    @Override
    public Caller program(Context ctx) {
        throw notThere();
    }

    @Override
    public void peer(Context ctx) {
        throw notThere();
    }

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

    private static ProblemException notThere() {
        return ProblemException.of(ProblemType.NOT_FOUND);
    }
}
