package kz.aryz.triage.desk;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.streams.Peer;
import kz.aryz.triage.queue.IndexKey;
import org.jspecify.annotations.Nullable;

/** What this instance answers to the others of its group about the partitions it works on. */
final class SliceApi {

    static final String SLICES = "/internal/v1/slices";
    static final String COUNTS = "/internal/v1/counts";
    static final String COMPLAINTS = "/internal/v1/complaints";

    private final Slices local;

    SliceApi(Slices local) {
        this.local = local;
    }

    /** Adds the three routes. */
    void register(StaffRoutes routes) {
        routes.peer(SLICES + "/{unit}", ctx -> ctx.json(slice(ctx)));
        routes.peer(COUNTS, ctx -> ctx.json(local.counts(assignee(ctx), partitions(ctx))));
        routes.peer(
                COMPLAINTS + "/{complaintId}",
                ctx -> ctx.json(local.find(ctx.pathParam("complaintId"), partitions(ctx))));
    }

    private Slice slice(Context ctx) {
        String unit = ctx.pathParam("unit");
        Optional<IndexKey> after = Optional.ofNullable(ctx.queryParam("after"))
                .map(text -> Cursor.decode(unit, text).orElseThrow(SliceApi::refused));
        QueuePart part = new QueuePart(unit, assignee(ctx));
        return local.slice(part, after, number(ctx.queryParam("limit")), partitions(ctx));
    }

    private static Optional<String> assignee(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("assignee"));
    }

    private static Set<Integer> partitions(Context ctx) {
        String list = ctx.queryParam("partitions");
        return list == null || list.isEmpty() ? Set.of() : Peer.partitions(list);
    }

    private static int number(@Nullable String text) {
        if (text == null || !text.matches("[0-9]{1,4}")) {
            throw refused();
        }
        return Integer.parseInt(text);
    }

    private static ProblemException refused() {
        return ProblemException.of(ProblemType.BAD_REQUEST);
    }
}
