package kz.aryz.triage.assignment;

import kz.aryz.runtime.deadletter.DeadLetterCode;
import kz.aryz.runtime.deadletter.ParkedException;
import kz.aryz.schema.CaseCommand;
import org.jspecify.annotations.Nullable;

/** What a record of cases.commands must be for triage to act on it; anything else is parked, never skipped. */
final class ReadableCommand {

    private ReadableCommand() {}

    /** @throws ParkedException with the code of what is wrong */
    static CaseCommand check(@Nullable String key, @Nullable CaseCommand command) {
        if (command == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        if (!command.getComplaintId().equals(key)) {
            throw new ParkedException(DeadLetterCode.KEY_MISMATCH);
        }
        return switch (command.getKind()) {
            case ASSIGN -> with(command, command.getAssign());
            case RELEASE -> with(command, command.getRelease());
            case CHECK_EX_OFFICIO -> with(command, command.getExOfficioCheck());
            case UNKNOWN -> throw new ParkedException(DeadLetterCode.UNKNOWN_KIND);
        };
    }

    private static CaseCommand with(CaseCommand command, @Nullable Object wish) {
        if (wish == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        return command;
    }
}
