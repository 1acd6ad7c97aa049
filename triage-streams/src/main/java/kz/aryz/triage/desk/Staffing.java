package kz.aryz.triage.desk;

import kz.aryz.command.Commands;
import kz.aryz.runtime.signin.StaffHandler;
import kz.aryz.triage.staff.Arrivals;
import kz.aryz.triage.staff.Roster;

/**
 * By what complaints get people.
 *
 * @param roster who can be given complaints
 * @param arrivals writes down who came
 * @param commands asks for assignments
 */
public record Staffing(Roster roster, Arrivals arrivals, Commands commands) {

    /** The same, with whoever comes written down. */
    StaffHandler noting(StaffHandler handler) {
        return (ctx, caller) -> {
            caller.person().ifPresent(person -> arrivals.note(person, caller.name()));
            handler.handle(ctx, caller);
        };
    }
}
