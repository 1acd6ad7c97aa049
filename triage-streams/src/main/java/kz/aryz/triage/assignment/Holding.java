package kz.aryz.triage.assignment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.triage.register.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * Whose a complaint is.
 *
 * @param unit code of the unit that owns it
 * @param assignee pseudonym of who works on it; null while nobody does
 * @param seq position of its last event
 * @param excludedBodies codes of the bodies that must not learn of it
 */
public record Holding(String unit, @Nullable String assignee, long seq, Set<String> excludedBodies) {

    private static final String COMMISSIONER = "COMMISSIONER";

    public Holding {
        excludedBodies = Set.copyOf(excludedBodies);
    }

    /**
     * Where the version that routed the complaint kept no excluded bodies, who may know of it follows from its queue alone:
     * whoever sees that one is of a body that none of its complaints exclude.
     */
    public static Holding of(CaseFile file) {
        List<String> excluded = file.getExcludedBodies();
        return new Holding(
                file.getUnit(),
                file.getAssignee(),
                file.getLastSeq(),
                excluded == null ? Set.of() : Set.copyOf(excluded));
    }

    /** A complaint of the unit that nobody works on yet and that excludes nobody. */
    public static Holding ofNobody(String unit) {
        return new Holding(unit, null, 0, Set.of());
    }

    /** What decides who may know of it. */
    public ComplaintFacts facts() {
        return facts(assignee);
    }

    /** What decides who may know of it if it is that person's. */
    ComplaintFacts facts(@Nullable String other) {
        return new ComplaintFacts(unit, Optional.ofNullable(other), excludedBodies, unit.equals(COMMISSIONER));
    }
}
