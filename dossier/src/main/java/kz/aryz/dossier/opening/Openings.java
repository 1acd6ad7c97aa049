package kz.aryz.dossier.opening;

import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.audit.RecordedOpenings;
import kz.aryz.dossier.Dossiers;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.signin.StaffRoutes;

/** Complaints and their openings over HTTP: page and API. */
public final class Openings {

    private final Complaints complaints;
    private final Supplier<Optional<Reference>> reference;

    /**
     * @param records reads what lies on the log
     * @param openings puts on record and opens
     * @param reference for names; may be empty
     */
    public Openings(
            Dossiers dossiers,
            PlacedRecords records,
            RecordedOpenings openings,
            Supplier<Optional<Reference>> reference) {
        this.complaints = new Complaints(dossiers, records, openings);
        this.reference = reference;
    }

    public void register(StaffRoutes routes) {
        new OpeningsApi(complaints).register(routes);
        new ComplaintPage(complaints, reference).register(routes);
    }
}
