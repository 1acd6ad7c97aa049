package kz.aryz.dossier.opening;

import java.util.Optional;
import kz.aryz.audit.Purpose;
import kz.aryz.audit.Reason;
import kz.aryz.dossier.Place;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.sealing.Section;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to read, and why.
 *
 * @param section the account, the identity, or the notes of staff
 * @param breakGlass whether it is an emergency, of which something is said
 * @param before where to read on; empty for the latest parts
 */
record OpeningRequest(Section<?> section, Reason reason, boolean breakGlass, Optional<Place> before) {

    /** The form of the page for an emergency. */
    static final String EMERGENCY = "emergency";

    private static final String PROBLEMS = "kz.aryz.dossier.opening.problems";
    private static final ProblemType BAD_SECTION = new ProblemType("bad-section", 400, PROBLEMS);
    private static final ProblemType BAD_PURPOSE = new ProblemType("bad-purpose", 400, PROBLEMS);

    private static final ProblemType NOTE_MISSING = new ProblemType("note-missing", 400, PROBLEMS);
    private static final ProblemType BAD_CURSOR = new ProblemType("bad-cursor", 400, PROBLEMS);

    /** Nobody knows who asks. */
    static final ProblemType NOBODY = new ProblemType("nobody-signs-in", 403, PROBLEMS);

    /** What is sealed could not be read, or could not be put on record. */
    static final ProblemType NOTHING_OPENED = new ProblemType("nothing-opened", 503, PROBLEMS);

    /** Whether people must prove themselves anew before they open that section: a note may name whom the identity names. */
    static boolean wantsStepUp(Section<?> section) {
        return section.equals(Section.IDENTITY) || section.equals(Section.NOTE);
    }

    boolean wantsStepUp() {
        return wantsStepUp(section);
    }

    /** Says the same whatever the complaint is, and whether there is one. */
    static OpeningRequest of(
            Office office,
            @Nullable String section,
            @Nullable String purpose,
            Optional<String> note,
            boolean breakGlass,
            @Nullable String after) {
        return of(section(office, section), purpose, note, breakGlass, after);
    }

    /** The same of a section that is known. */
    static OpeningRequest of(
            Section<?> section,
            @Nullable String purpose,
            Optional<String> note,
            boolean breakGlass,
            @Nullable String after) {
        Reason reason = new Reason(Purpose.of(purpose).orElseThrow(() -> ProblemException.of(BAD_PURPOSE)), note);
        if (breakGlass && reason.note().isEmpty()) {
            throw ProblemException.of(NOTE_MISSING);
        }
        return new OpeningRequest(section, reason, breakGlass, place(after));
    }

    /** The section of that path which people of that office can open. */
    static Section<?> section(Office office, @Nullable String path) {
        return office.sections().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(BAD_SECTION));
    }

    /** Where to read on; empty where nothing is said. */
    static Optional<Place> place(@Nullable String after) {
        return Optional.ofNullable(after)
                .map(text -> Place.decode(text).orElseThrow(() -> ProblemException.of(BAD_CURSOR)));
    }

    /** Whether it is about who is concerned, in an emergency. */
    boolean isEmergency() {
        return breakGlass && section.equals(Section.IDENTITY);
    }
}
