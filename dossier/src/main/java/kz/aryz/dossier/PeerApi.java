package kz.aryz.dossier;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.StaffRoutes;

/** What {@link RemoteDossiers} asks another instance. Each answer has a bound, whatever there is of the complaint. */
final class PeerApi {

    private static final String PATH = Dossiers.PEER_PATH + "/{complaintId}";

    private final DossierContents local;

    PeerApi(DossierContents local) {
        this.local = local;
    }

    void register(StaffRoutes routes) {
        routes.peer(PATH, ctx -> ctx.json(local.find(complaintId(ctx))));
        routes.peer(PATH + "/places", ctx -> ctx.json(local.stretch(complaintId(ctx), trail(ctx), before(ctx))));
        routes.peer(PATH + "/keys", ctx -> ctx.json(local.keys(complaintId(ctx), keyRefs(ctx))));
    }

    private static String complaintId(Context ctx) {
        return ctx.pathParam("complaintId");
    }

    private static Trail trail(Context ctx) {
        return Arrays.stream(Trail.values())
                .filter(trail -> trail.name().equals(ctx.queryParam("trail")))
                .findFirst()
                .orElseThrow(PeerApi::badRequest);
    }

    private static Optional<Place> before(Context ctx) {
        return Optional.ofNullable(ctx.queryParam("before"))
                .map(place -> Place.decode(place).orElseThrow(PeerApi::badRequest));
    }

    private static List<String> keyRefs(Context ctx) {
        List<String> asked = ctx.queryParams("of");
        if (asked.size() > Dossiers.KEYS_AT_ONCE) {
            throw badRequest();
        }
        return asked.stream().map(key -> complaintId(ctx) + '/' + key).toList();
    }

    private static ProblemException badRequest() {
        return ProblemException.of(ProblemType.BAD_REQUEST);
    }
}
