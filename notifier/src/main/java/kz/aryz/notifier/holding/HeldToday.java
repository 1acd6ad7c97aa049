package kz.aryz.notifier.holding;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.Lookup;
import kz.aryz.reference.PermittedUnits;
import kz.aryz.reference.Reference;

/**
 * Complaints as they stand today: what was given to a unit that is none any more, or whose whole body holds an excluded one by
 * now, the Commissioner holds.
 *
 * @param dossiers finds one, as it was last decided
 * @param reference the release in use; without one, all is as it was decided
 */
public record HeldToday(Function<String, Lookup> dossiers, Supplier<Optional<Reference>> reference, Clock clock)
        implements Function<String, Lookup> {

    @Override
    public Lookup apply(String complaintId) {
        Lookup known = dossiers.apply(complaintId);
        return known instanceof Lookup.Found found ? new Lookup.Found(today(found.dossier())) : known;
    }

    private Dossier today(Dossier dossier) {
        return reference
                .get()
                .filter(release -> dossier.isWithUnit() && !mayStay(release, dossier))
                .map(release -> dossier.takenBack())
                .orElse(dossier);
    }

    private boolean mayStay(Reference release, Dossier dossier) {
        ComplaintFacts facts = dossier.subject().facts();
        return new PermittedUnits(release, Reference.day(clock.instant()), facts.excludedBodies())
                .permits(facts.unit());
    }
}
