package kz.aryz.dossier.opening;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.audit.RecordedOpenings;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.Places;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.signin.StaffRoutes;

/** Complaints and their openings over HTTP: page and API. */
public final class Openings {

    private final Office office;
    private final Complaints complaints;
    private final Supplier<Optional<Reference>> reference;
    private final List<Annex> annexes;

    /**
     * @param office for whom
     * @param readership what there is for them
     * @param places where it lies on the log
     * @param records reads what lies there
     * @param openings puts on record and opens
     * @param reference for names; may be empty
     * @param annexes what else can be done with a complaint at this service
     */
    public Openings(
            Office office,
            Readership readership,
            Places places,
            PlacedRecords records,
            RecordedOpenings openings,
            Supplier<Optional<Reference>> reference,
            List<Annex> annexes) {
        this.office = office;
        this.complaints = new Complaints(readership, places, records, openings);
        this.reference = reference;
        this.annexes = List.copyOf(annexes);
    }

    /** Returns the page, on which others may show a complaint. */
    public ComplaintPage register(StaffRoutes routes) {
        new OpeningsApi(office, complaints, routes.stepUp()).register(routes);
        ComplaintPage page = new ComplaintPage(office, complaints, reference, routes.stepUp(), annexes);
        page.register(routes);
        return page;
    }
}
