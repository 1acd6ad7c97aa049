package kz.aryz.notifier.inbox;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.runtime.http.Limit;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.streams.Peer;

/** Reads what a request asks of the inbox; what does not fit is a problem that says what would. */
final class AlertQuery {

    private static final String PROBLEMS = "kz.aryz.notifier.inbox.problems";
    private static final ProblemType BAD_STATE = new ProblemType("bad-state", 400, PROBLEMS);
    private static final Limit LIMIT = new Limit(50, 500, new ProblemType("bad-limit", 400, PROBLEMS));
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, PROBLEMS);

    private AlertQuery() {}

    static InboxRange range(Context ctx) {
        return range(ctx, LIMIT);
    }

    /** Another instance asks for one more than it was asked for: it tells whether there is a next page. */
    static InboxRange peersRange(Context ctx) {
        return range(ctx, LIMIT.andOneMore());
    }

    private static InboxRange range(Context ctx, Limit limit) {
        return new InboxRange(
                state(ctx),
                Optional.ofNullable(ctx.queryParam("after"))
                        .map(text -> Cursor.decode(text).orElseThrow(() -> ProblemException.of(BAD_CURSOR))),
                limit.of(ctx.queryParam("limit")));
    }

    static Optional<AlertState> state(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("state")).map(AlertQuery::state);
    }

    static Set<Integer> partitions(Context ctx) {
        return Peer.partitions(ctx.queryParam("partitions"));
    }

    private static AlertState state(String text) {
        try {
            return AlertState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(BAD_STATE);
        }
    }
}
