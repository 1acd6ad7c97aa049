package kz.aryz.notifier.inbox;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.runtime.http.Limit;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;

/** Reads what a request asks of the inbox; what does not fit is a problem that says what would. */
final class AlertQuery {

    private static final String PROBLEMS = "kz.aryz.notifier.inbox.problems";
    private static final ProblemType BAD_STATE = new ProblemType("bad-state", 400, PROBLEMS);
    private static final Limit LIMIT = new Limit(50, 500, new ProblemType("bad-limit", 400, PROBLEMS));
    private static final Limit LIMIT_OF_PEERS = new Limit(LIMIT.usual(), LIMIT.most() + 1, LIMIT.problem());
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, PROBLEMS);

    private AlertQuery() {}

    static InboxRange range(Context ctx) {
        return range(ctx, LIMIT);
    }

    /** Another instance asks for one more than it was asked for: it tells whether there is a next page. */
    static InboxRange peersRange(Context ctx) {
        return range(ctx, LIMIT_OF_PEERS);
    }

    private static InboxRange range(Context ctx, Limit limit) {
        return new InboxRange(
                state(ctx),
                Optional.ofNullable(ctx.queryParam("after"))
                        .map(text -> Cursor.decode(text).orElseThrow(() -> ProblemException.of(BAD_CURSOR))),
                limit.of(ctx.queryParam("limit")));
    }

    static Optional<AlertState> state(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("state")).map(read(AlertState::valueOf, BAD_STATE));
    }

    static Set<Integer> partitions(Context ctx) {
        String list = Optional.ofNullable(ctx.queryParam("partitions")).orElse("");
        return Arrays.stream(list.split(","))
                .map(read(Integer::valueOf, ProblemType.BAD_REQUEST))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Function<String, T> read(Function<String, T> reading, ProblemType problem) {
        return text -> {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException e) {
                throw ProblemException.of(problem);
            }
        };
    }
}
