package kz.aryz.notifier.accesses;

import java.util.List;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.DestructionApproved;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.IdentityReleased;
import kz.aryz.schema.KeyDestroyed;
import kz.aryz.schema.LegalHold;
import kz.aryz.schema.SectionOpened;
import kz.aryz.sealing.Section;
import org.jspecify.annotations.Nullable;

/**
 * Something in the record of accesses, as programs get it. Its names are an interface: they stay as they are.
 *
 * @param eventId id of the record
 * @param kind OPENED, RELEASED, DESTRUCTION_APPROVED, LEGAL_HOLD_SET, LEGAL_HOLD_LIFTED or KEY_DESTROYED; UNKNOWN for what this
 *     version cannot read, of which most is missing then
 * @param at when it was recorded, ISO 8601 in UTC
 * @param complaintId the complaint; null where unknown
 * @param complaintNumber speakable number; null where unknown
 * @param section path of what was opened or released; of more than one, all, separated by blanks
 * @param person pseudonym of who did; the principal at the broker for KEY_DESTROYED
 * @param role what let them
 * @param units codes of the units that they worked in
 * @param bodies codes of the bodies that they belonged to
 * @param service where
 * @param purpose code of what for, or why: of an approval its ground, of a hold its reason
 * @param breakGlass whether they went past a rule in an emergency
 * @param releasedTo code of the unit that was to be let read it, for RELEASED; null otherwise
 * @param withNote whether they said something about it, which is sealed
 */
public record AccessEntry(
        String eventId,
        String kind,
        String at,
        @Nullable String complaintId,
        @Nullable String complaintNumber,
        @Nullable String section,
        @Nullable String person,
        @Nullable String role,
        List<String> units,
        List<String> bodies,
        @Nullable String service,
        @Nullable String purpose,
        boolean breakGlass,
        @Nullable String releasedTo,
        boolean withNote) {

    public AccessEntry {
        units = List.copyOf(units);
        bodies = List.copyOf(bodies);
    }

    static AccessEntry of(AccessEvent event) {
        SectionOpened opened = event.getOpened();
        DestructionApproved approved = event.getDestructionApproved();
        LegalHold hold = event.getLegalHold();
        KeyDestroyed destroyed = event.getKeyDestroyed();
        if (opened != null) {
            return opened(event, opened);
        }
        if (event.getReleased() != null) {
            return released(event, event.getReleased());
        }
        if (approved != null) {
            return decided(
                    event,
                    approved.getSections(),
                    approved.getRole(),
                    approved.getUnits(),
                    approved.getBodies(),
                    approved.getService(),
                    approved.getGround());
        }
        if (hold != null) {
            return decided(
                    event,
                    List.of(),
                    hold.getRole(),
                    hold.getUnits(),
                    hold.getBodies(),
                    hold.getService(),
                    hold.getReason());
        }
        List<String> sections = destroyed == null ? List.of() : destroyed.getSections();
        return decided(event, sections, null, List.of(), List.of(), null, null);
    }

    private static AccessEntry opened(AccessEvent event, SectionOpened opened) {
        EventHeader header = event.getHeader();
        return new AccessEntry(
                header.getEventId(),
                event.getKind().name(),
                header.getRecordedAt().toString(),
                header.getComplaintId(),
                opened.getComplaintNumber(),
                opened.getSection(),
                header.getActorRef(),
                opened.getRole(),
                opened.getUnits(),
                opened.getBodies(),
                opened.getService(),
                opened.getPurpose(),
                opened.getBreakGlass(),
                null,
                opened.getNote() != null);
    }

    private static AccessEntry released(AccessEvent event, IdentityReleased released) {
        EventHeader header = event.getHeader();
        return new AccessEntry(
                header.getEventId(),
                event.getKind().name(),
                header.getRecordedAt().toString(),
                header.getComplaintId(),
                released.getComplaintNumber(),
                Section.IDENTITY.path(),
                header.getActorRef(),
                released.getRole(),
                released.getUnits(),
                released.getBodies(),
                released.getService(),
                released.getReasonCode(),
                false,
                released.getUnit(),
                released.getNote() != null);
    }

    private static AccessEntry decided(
            AccessEvent event,
            List<String> sections,
            @Nullable String role,
            List<String> units,
            List<String> bodies,
            @Nullable String service,
            @Nullable String purpose) {
        EventHeader header = event.getHeader();
        return new AccessEntry(
                header.getEventId(),
                event.getKind().name(),
                header.getRecordedAt().toString(),
                header.getComplaintId(),
                null,
                sections.isEmpty() ? null : String.join(" ", sections),
                header.getActorRef(),
                role,
                units,
                bodies,
                service,
                purpose,
                false,
                null,
                false);
    }

    /** Of a record whose bytes this version cannot read. */
    static AccessEntry unreadable(String place, String at) {
        return new AccessEntry(
                place, "UNKNOWN", at, null, null, null, null, null, List.of(), List.of(), null, null, false, null,
                false);
    }
}
