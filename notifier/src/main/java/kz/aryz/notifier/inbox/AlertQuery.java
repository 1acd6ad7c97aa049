package kz.aryz.notifier.inbox;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks of the inbox; what does not fit is a problem that says what would. */
final class AlertQuery {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final String PROBLEMS = "kz.aryz.notifier.inbox.problems";
    private static final ProblemType BAD_STATE = new ProblemType("bad-state", 400, PROBLEMS);
    private static final ProblemType BAD_LIMIT = new ProblemType("bad-limit", 400, PROBLEMS);
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, PROBLEMS);

    private AlertQuery() {}

    static InboxRange range(Context ctx) {
        return range(ctx, MAX_LIMIT);
    }

    /** Another instance asks for one more than it was asked for: it tells whether there is a next page. */
    static InboxRange peersRange(Context ctx) {
        return range(ctx, MAX_LIMIT + 1);
    }

    private static InboxRange range(Context ctx, int mostAlerts) {
        return new InboxRange(
                state(ctx),
                Optional.ofNullable(ctx.queryParam("after"))
                        .map(text -> Cursor.decode(text).orElseThrow(() -> ProblemException.of(BAD_CURSOR))),
                limit(ctx.queryParam("limit"), mostAlerts));
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

    private static int limit(@Nullable String text, int most) {
        int limit =
                Optional.ofNullable(text).map(read(Integer::valueOf, BAD_LIMIT)).orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > most) {
            throw ProblemException.of(BAD_LIMIT);
        }
        return limit;
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
