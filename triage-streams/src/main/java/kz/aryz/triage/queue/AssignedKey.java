package kz.aryz.triage.queue;

import java.util.Optional;
import kz.aryz.triage.register.CaseFile;

/**
 * Place of a complaint in the store {@code assigned-index}: {@code assignee|}, then its {@link IndexKey}. What one person works
 * on lies together, so that reading it takes no longer for all that others have.
 */
public final class AssignedKey {

    private AssignedKey() {}

    /** The place of a complaint; empty while nobody works on it. */
    public static Optional<String> of(CaseFile file) {
        return Optional.ofNullable(file.getAssignee()).map(assignee -> of(assignee, file.getIndexKey()));
    }

    /** The place of what lies at {@code indexKey} and {@code assignee} works on. */
    public static String of(String assignee, String indexKey) {
        return assignee + '|' + indexKey;
    }

    /** What every key of the person begins with. */
    public static String prefix(String assignee) {
        return assignee + '|';
    }

    /** The greatest text that is not beyond the person's keys. */
    public static String end(String assignee) {
        return assignee + "|~";
    }
}
