package kz.aryz.notifier.accesses;

import io.javalin.http.Context;
import java.util.Optional;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.topic.Topics;

/**
 * What a request asks of the record of accesses.
 *
 * @param before where to read on; empty for the latest
 */
record AccessQuery(Optional<LogCursor> before, int limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final String PROBLEMS = "kz.aryz.notifier.accesses.problems";
    private static final ProblemType BAD_LIMIT = new ProblemType("bad-limit", 400, PROBLEMS);
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, PROBLEMS);

    static AccessQuery of(Context ctx) {
        return new AccessQuery(
                Optional.ofNullable(ctx.queryParam("after")).map(AccessQuery::cursor),
                Optional.ofNullable(ctx.queryParam("limit"))
                        .map(AccessQuery::limit)
                        .orElse(DEFAULT_LIMIT));
    }

    private static LogCursor cursor(String text) {
        return LogCursor.decode(text, Topics.ACCESSES.partitions()).orElseThrow(() -> ProblemException.of(BAD_CURSOR));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw ProblemException.of(BAD_LIMIT);
        }
        throw ProblemException.of(BAD_LIMIT);
    }
}
