package kz.aryz.notifier.holding;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;

/** Reads what a request asks of the list; what does not fit is a problem that says what would. */
final class HeldQuery {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final String PROBLEMS = "kz.aryz.notifier.holding.problems";
    private static final ProblemType BAD_LIMIT = new ProblemType("bad-limit", 400, PROBLEMS);
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, PROBLEMS);

    private HeldQuery() {}

    static HeldRange range(Context ctx) {
        return range(ctx, MAX_LIMIT);
    }

    /** Another instance asks for one more than it was asked for: it tells whether there is a next page. */
    static HeldRange peersRange(Context ctx) {
        return range(ctx, MAX_LIMIT + 1);
    }

    static Set<Integer> partitions(Context ctx) {
        String list = Optional.ofNullable(ctx.queryParam("partitions")).orElse("");
        return Arrays.stream(list.split(",", -1))
                .map(text -> number(text, ProblemType.BAD_REQUEST))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static HeldRange range(Context ctx, int most) {
        Optional<HeldPlace> after = Optional.ofNullable(ctx.queryParam("after"))
                .map(text -> HeldPlace.decode(text).orElseThrow(() -> ProblemException.of(BAD_CURSOR)));
        int limit = Optional.ofNullable(ctx.queryParam("limit"))
                .map(text -> number(text, BAD_LIMIT))
                .orElse(DEFAULT_LIMIT);
        if (limit < 1 || limit > most) {
            throw ProblemException.of(BAD_LIMIT);
        }
        return new HeldRange(after, limit);
    }

    private static int number(String text, ProblemType problem) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw ProblemException.of(problem);
        }
    }
}
