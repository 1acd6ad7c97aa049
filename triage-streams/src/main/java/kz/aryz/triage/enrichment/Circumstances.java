package kz.aryz.triage.enrichment;

import java.time.LocalDate;
import java.util.List;
import kz.aryz.reference.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Where and when, with the law in force. Days are days in Kazakhstan.
 *
 * @param profile the jurisdiction profile in force on the day of receipt (rule R0)
 * @param receivedOn day of receipt
 * @param decidedOn day of the decision
 * @param incidentFrom first day of the incident; null where it is not known
 * @param incidentTo last day of the incident, the day of the decision where it goes on; null where it is not known
 * @param scene where it happened
 * @param custody where the victims are held now, as far as known
 * @param victims what the victims' entries say
 */
public record Circumstances(
        Profile profile,
        LocalDate receivedOn,
        LocalDate decidedOn,
        @Nullable LocalDate incidentFrom,
        @Nullable LocalDate incidentTo,
        Place scene,
        List<Place> custody,
        VictimStatus victims) {

    public Circumstances {
        custody = List.copyOf(custody);
    }

    /** The region that the complaint belongs to: where it happened. */
    public @Nullable String regionCode() {
        return scene.regionCode();
    }

    /** The type of the facility where it happened. */
    public @Nullable String facilityType() {
        return scene.facilityType();
    }
}
