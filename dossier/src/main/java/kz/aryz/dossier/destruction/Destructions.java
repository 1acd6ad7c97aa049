package kz.aryz.dossier.destruction;

import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.audit.RecordedDecisions;
import kz.aryz.dossier.opening.Annex;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.dossier.opening.Office;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.signin.StepUp;

/** Approvals of a destruction and legal holds over HTTP, page and API: the same at every service whose people decide. */
public final class Destructions {

    private final DestructionApi api;
    private final DestructionForms forms;

    /**
     * @param office for whom
     * @param recorded puts on record
     * @param candidates the complaints that somebody may decide about
     * @param onRecord what was decided before; empty where the service may not read that
     * @param reference for names; may be empty
     * @param stepUp what whoever brings a destruction nearer must have passed
     */
    public Destructions(
            Office office,
            RecordedDecisions recorded,
            Candidates candidates,
            Optional<OnRecord> onRecord,
            Supplier<Optional<Reference>> reference,
            StepUp stepUp) {
        Decisions decisions = new Decisions(recorded, candidates, office.deciders());
        this.api = new DestructionApi(office, decisions, stepUp);
        this.forms = new DestructionForms(
                office, decisions, dossier -> onRecord.flatMap(known -> known.of(dossier)), reference, stepUp);
    }

    /** What stands on the page of a complaint. */
    public Annex annex() {
        return forms;
    }

    /** {@code page}: of the complaint, on which the forms stand. */
    public void register(StaffRoutes routes, ComplaintPage page) {
        api.register(routes);
        forms.register(routes, page);
    }
}
