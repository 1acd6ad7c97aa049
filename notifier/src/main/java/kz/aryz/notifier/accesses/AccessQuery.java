package kz.aryz.notifier.accesses;

import io.javalin.http.Context;
import java.util.Optional;
import kz.aryz.runtime.http.Limit;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.topic.Topics;

/**
 * What a request asks of the record of accesses.
 *
 * @param before where to read on; empty for the latest
 */
record AccessQuery(Optional<LogCursor> before, int limit) {

    private static final String PROBLEMS = "kz.aryz.notifier.accesses.problems";
    private static final Limit LIMIT = new Limit(50, 500, new ProblemType("bad-limit", 400, PROBLEMS));
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, PROBLEMS);

    static AccessQuery of(Context ctx) {
        return new AccessQuery(
                Optional.ofNullable(ctx.queryParam(AccessAddress.AFTER)).map(AccessQuery::cursor),
                LIMIT.of(ctx.queryParam("limit")));
    }

    private static LogCursor cursor(String text) {
        return LogCursor.decode(text, Topics.ACCESSES.partitions()).orElseThrow(() -> ProblemException.of(BAD_CURSOR));
    }
}
