package kz.aryz.dossier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.audit.Subject;
import kz.aryz.dossier.state.Destruction;
import kz.aryz.dossier.state.Ownership;
import kz.aryz.dossier.state.ReleasePlace;
import kz.aryz.dossier.state.StoredHead;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Raised;
import kz.aryz.sealing.Disclosure;
import kz.aryz.sealing.Disclosure.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint without opening it, as instances tell each other. Times are ISO 8601 in UTC. It does not grow
 * with what is written about the complaint: where that lies, {@link Places} says.
 *
 * @param complaintNumber speakable number; null where a decision about it was read, and itself not yet
 * @param receivedAt when it was received; null likewise
 * @param channel how it came in
 * @param language the complainant's
 * @param transmitToProsecutor what was said when asked for consent
 * @param allegationClass UNKNOWN is handled as A
 * @param priority how urgent it is
 * @param owner who has it; null while nobody has decided
 * @param release what the Commissioner's office let a unit read; null while nothing
 * @param lastSeq position of the last event about it; 0 before the first
 * @param cameIn whether it was read itself: of some, a decision is there first
 * @param hasNotes whether there is, or was, a data key of what members of staff said about it
 * @param destroyed what was destroyed of it, by the path of the section: the latest, in the order of time, once for each
 *     decision
 */
public record Dossier(
        String complaintId,
        @Nullable String complaintNumber,
        @Nullable String receivedAt,
        String channel,
        String language,
        ConsentValue transmitToProsecutor,
        String allegationClass,
        Priority priority,
        @Nullable Owner owner,
        @Nullable Release release,
        long lastSeq,
        boolean cameIn,
        boolean hasNotes,
        Map<String, List<Destroyed>> destroyed) {

    private static final String COMMISSIONER = "COMMISSIONER";

    /**
     * Who has a complaint, and who must not learn of it.
     *
     * @param assignee pseudonym of who of the unit works on it; null while nobody does
     * @param since since when
     * @param reasonCode code of why somebody gave it to the unit; null where the rules did
     */
    public record Owner(
            String unit,
            String body,
            Set<String> excludedBodies,
            @Nullable String regionCode,
            @Nullable String facilityType,
            @Nullable String assignee,
            String since,
            @Nullable String reasonCode) {

        static Owner of(Ownership stored) {
            return new Owner(
                    stored.getUnit(),
                    stored.getOwnerBody(),
                    Set.copyOf(stored.getExcludedBodies()),
                    stored.getRegionCode(),
                    stored.getFacilityType(),
                    stored.getAssignee(),
                    stored.getSince().toString(),
                    stored.getReasonCode());
        }

        private Owner takenBack() {
            return new Owner(unit, COMMISSIONER, excludedBodies, regionCode, facilityType, assignee, since, reasonCode);
        }
    }

    /**
     * What the Commissioner's office let a unit read.
     *
     * @param offset where the event lies that says so, on the complaint's partition of {@code cases.events}; which data keys the
     *     unit was to get, stands there
     * @param at when
     * @param reasonCode code of why
     */
    public record Release(String unit, long offset, String at, String reasonCode) {

        static Release of(ReleasePlace stored) {
            return new Release(
                    stored.getUnit(), stored.getOffset(), stored.getAt().toString(), stored.getReasonCode());
        }
    }

    /**
     * That data keys were destroyed, as their tombstones say.
     *
     * @param at when
     * @param ground code of why; empty where nothing is noted
     * @param bodies codes of the bodies that approved it
     */
    public record Destroyed(String at, String ground, List<String> bodies) {

        public Destroyed {
            bodies = List.copyOf(bodies);
        }

        static Destroyed of(Destruction stored) {
            return new Destroyed(stored.getAt().toString(), stored.getGround(), stored.getBodies());
        }
    }

    public Dossier {
        destroyed = Map.copyOf(destroyed);
    }

    static Dossier of(String complaintId, StoredHead stored, boolean hasNotes, Map<String, List<Destroyed>> destroyed) {
        return new Dossier(
                complaintId,
                stored.getComplaintNumber(),
                stored.getReceivedAt() == null ? null : stored.getReceivedAt().toString(),
                stored.getChannel(),
                stored.getLanguage(),
                ConsentValue.valueOf(stored.getTransmitToProsecutor()),
                stored.getAllegationClass(),
                Priority.valueOf(stored.getPriority()),
                stored.getOwnership() == null ? null : Owner.of(stored.getOwnership()),
                stored.getRelease() == null ? null : Release.of(stored.getRelease()),
                stored.getLastSeq(),
                stored.getCameIn(),
                hasNotes,
                destroyed);
    }

    /** Whether a unit has it: neither nobody, nor the Commissioner's own queue. */
    @JsonIgnore
    public boolean isWithUnit() {
        return owner != null && !owner.body().equals(COMMISSIONER);
    }

    /** Whether a unit had it that may not have it any more, so that the Commissioner does. */
    @JsonIgnore
    public boolean isTakenBack() {
        return owner != null && !isWithUnit() && !owner.unit().equals(COMMISSIONER);
    }

    /** Whether the unit that has it may read what consent keeps from units. */
    @JsonIgnore
    public boolean isReleased() {
        return owner != null && release != null && isWithUnit() && owner.unit().equals(release.unit());
    }

    /** Whether the Commissioner holds it: no unit has it, or the one that has it may not know who is concerned. */
    @JsonIgnore
    public boolean isHeld() {
        return !isWithUnit() || !disclosure().identity().contains(Reader.UNIT);
    }

    /** The same in the Commissioner's hands, with the unit that had it; as it is where nobody has decided. */
    public Dossier takenBack() {
        return new Dossier(
                complaintId,
                complaintNumber,
                receivedAt,
                channel,
                language,
                transmitToProsecutor,
                allegationClass,
                priority,
                owner == null ? null : owner.takenBack(),
                release,
                lastSeq,
                cameIn,
                hasNotes,
                destroyed);
    }

    /** What the Commissioner is told of it; to whom and why is for whoever tells. */
    public Raised told() {
        Optional<Owner> known = Optional.ofNullable(owner);
        return Raised.newBuilder()
                .setComplaintId(complaintId)
                .setComplaintNumber(complaintNumber)
                .setAddressee("")
                .setAllegationClass(AllegationClass.valueOf(allegationClass))
                .setPriority(priority)
                .setRegionCode(known.map(Owner::regionCode).orElse(null))
                .setFacilityType(known.map(Owner::facilityType).orElse(null))
                .setReceivedAt(receivedAt == null ? null : Instant.parse(receivedAt))
                .build();
    }

    /** What decides who may read it. No child is known of before it is open; consent decides all the same. */
    @JsonIgnore
    public Subject subject() {
        return subject(isHeld());
    }

    /** What decides who may give it to a unit: what was held and is released stays so, for whoever asks again to be told. */
    @JsonIgnore
    public Subject custody() {
        return subject(isHeld() || isReleased());
    }

    private Subject subject(boolean held) {
        Optional<Owner> known = Optional.ofNullable(owner);
        ComplaintFacts facts = new ComplaintFacts(
                known.map(Owner::unit).orElse(""),
                known.map(Owner::assignee),
                known.map(Owner::excludedBodies).orElse(Set.of()),
                held);
        return new Subject(complaintId, complaintNumber, facts, disclosure());
    }

    private Disclosure disclosure() {
        Disclosure consented = Disclosure.of(transmitToProsecutor, priority, false);
        return isReleased() ? consented.released() : consented;
    }
}
