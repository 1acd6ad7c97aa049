package kz.aryz.triage.release;

import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.StaffPersons;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseCommandKind;

/**
 * What an officer of the Commissioner's asks for.
 *
 * @param actor who asks
 * @param action to release the identity, or to have a check begun without it
 * @param unit code of the unit that is to have it
 * @param expectedSeq position of the last event that who asks knew of
 */
public record Asked(Person actor, Action action, String unit, long expectedSeq) {

    /** Of a command of one of the two kinds. */
    public static Asked of(CaseCommand command) {
        boolean release = command.getKind() == CaseCommandKind.RELEASE;
        return new Asked(
                StaffPersons.person(command.getActor()),
                release ? Action.RELEASE_IDENTITY : Action.CHECK_EX_OFFICIO,
                release
                        ? command.getRelease().getUnit()
                        : command.getExOfficioCheck().getUnit(),
                command.getExpectedSeq());
    }
}
