package kz.aryz.notifier.holding;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import kz.aryz.runtime.http.Limit;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.streams.Peer;

/** Reads what a request asks of the list; what does not fit is a problem that says what would. */
final class HeldQuery {

    private static final String PROBLEMS = "kz.aryz.notifier.holding.problems";
    private static final Limit LIMIT = new Limit(50, 500, new ProblemType("bad-limit", 400, PROBLEMS));
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, PROBLEMS);

    private HeldQuery() {}

    static HeldRange range(Context ctx) {
        return range(ctx, LIMIT);
    }

    /** Another instance asks for one more than it was asked for: it tells whether there is a next page. */
    static HeldRange peersRange(Context ctx) {
        return range(ctx, LIMIT.andOneMore());
    }

    static Set<Integer> partitions(Context ctx) {
        return Peer.partitions(ctx.queryParam("partitions"));
    }

    private static HeldRange range(Context ctx, Limit limit) {
        Optional<HeldPlace> after = Optional.ofNullable(ctx.queryParam("after"))
                .map(text -> HeldPlace.decode(text).orElseThrow(() -> ProblemException.of(BAD_CURSOR)));
        return new HeldRange(after, limit.of(ctx.queryParam("limit")));
    }
}
