package kz.aryz.dossier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.audit.Subject;
import kz.aryz.dossier.state.DestroyedKey;
import kz.aryz.dossier.state.KeyPlace;
import kz.aryz.dossier.state.Ownership;
import kz.aryz.dossier.state.ReleaseRow;
import kz.aryz.dossier.state.StoredDossier;
import kz.aryz.dossier.state.SubmissionPlace;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Raised;
import kz.aryz.sealing.Disclosure;
import kz.aryz.sealing.Disclosure.Reader;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Section;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint without opening it, as instances tell each other. Times are ISO 8601 in UTC.
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
 * @param submissions offsets of what came in
 * @param keys offsets of the data keys that there are, by their references
 * @param destroyed what is known of the data keys that were destroyed, by their references
 * @param accesses offsets of the openings on record
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
        List<Long> submissions,
        Map<String, Long> keys,
        Map<String, Destroyed> destroyed,
        List<Long> accesses) {

    private static final String COMMISSIONER = "COMMISSIONER";

    /**
     * Who has a complaint, and who must not learn of it.
     *
     * @param assignee pseudonym of who of the unit works on it; null while nobody does
     * @param since since when; null where that is not known
     * @param forConsent whether it waits there for consent
     * @param reasonCode code of why somebody gave it to the unit; null where the rules did, or that is not known
     */
    public record Owner(
            String unit,
            String body,
            Set<String> excludedBodies,
            @Nullable String regionCode,
            @Nullable String facilityType,
            @Nullable String assignee,
            @Nullable String since,
            boolean forConsent,
            @Nullable String reasonCode) {

        static Owner of(Ownership stored) {
            return new Owner(
                    stored.getUnit(),
                    stored.getOwnerBody(),
                    Set.copyOf(stored.getExcludedBodies()),
                    stored.getRegionCode(),
                    stored.getFacilityType(),
                    stored.getAssignee(),
                    stored.getSince() == null ? null : stored.getSince().toString(),
                    stored.getForConsent(),
                    stored.getReasonCode());
        }
    }

    /**
     * What the Commissioner's office let a unit read.
     *
     * @param keyRefs references of the data keys that the unit was to get: what came in later is not among them
     * @param at when; null where that is not known
     * @param reasonCode code of why; null where that is not known
     */
    public record Release(
            String unit,
            List<String> keyRefs,
            @Nullable String at,
            @Nullable String reasonCode) {

        public Release {
            keyRefs = List.copyOf(keyRefs);
        }

        static Release of(ReleaseRow stored) {
            return new Release(
                    stored.getUnit(),
                    stored.getKeyRefs(),
                    stored.getAt() == null ? null : stored.getAt().toString(),
                    stored.getReasonCode());
        }
    }

    /**
     * That a data key was destroyed, as its tombstone says.
     *
     * @param at when
     * @param ground code of why; empty where nothing is noted
     * @param bodies codes of the bodies that approved it
     */
    public record Destroyed(String at, String ground, List<String> bodies) {

        public Destroyed {
            bodies = List.copyOf(bodies);
        }

        static Destroyed of(DestroyedKey stored) {
            return new Destroyed(stored.getAt().toString(), stored.getGround(), stored.getBodies());
        }
    }

    static Dossier of(String complaintId, StoredDossier stored) {
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
                stored.getSubmissions().stream().map(SubmissionPlace::getOffset).toList(),
                stored.getKeys().stream().collect(Collectors.toMap(KeyPlace::getKeyRef, KeyPlace::getOffset)),
                stored.getDestroyed().stream().collect(Collectors.toMap(DestroyedKey::getKeyRef, Destroyed::of)),
                List.copyOf(stored.getAccesses()));
    }

    /** Whether the complaint itself was read: of some, a key or a decision is there first. */
    boolean cameIn() {
        return !submissions.isEmpty();
    }

    /** Whether a unit has it: neither nobody, nor the Commissioner's own queue. */
    @JsonIgnore
    public boolean isWithUnit() {
        return owner != null && !owner.body().equals(COMMISSIONER);
    }

    /** Whether the unit that has it may read what consent keeps from units. */
    @JsonIgnore
    public boolean isReleased() {
        return owner != null && release != null && owner.unit().equals(release.unit());
    }

    /** Whether the Commissioner holds it: no unit has it, or the one that has it may not know who is concerned. */
    @JsonIgnore
    public boolean isHeld() {
        return !isWithUnit() || !disclosure().identity().contains(Reader.UNIT);
    }

    /** Whether there is, or was, a data key of that section: it is on the log before what it seals. */
    public boolean hasKeyOf(Section<?> section) {
        return Stream.concat(keys.keySet().stream(), destroyed.keySet().stream())
                .anyMatch(keyRef -> KeyReference.isOf(keyRef, complaintId, section.path()));
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
