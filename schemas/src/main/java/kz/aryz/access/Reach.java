package kz.aryz.access;

import static java.util.Map.entry;

import java.util.Map;

/** How far a role goes with an action. */
enum Reach {
    /** Nothing at all. */
    NOWHERE,
    /** What is assigned to the person and lies in a unit of theirs. */
    ASSIGNED,
    /** What lies in a unit of theirs. */
    OWN_UNITS,
    /** What the Commissioner holds. */
    HELD,
    /** Everything. */
    EVERYWHERE;

    static Reach of(Role role, Action action) {
        return granted(role).getOrDefault(action, NOWHERE);
    }

    private static Map<Action, Reach> granted(Role role) {
        return switch (role) {
            case INTAKE_CLERK, NPM_MONITOR, FACILITY_TERMINAL -> Map.of(Action.SUBMIT, EVERYWHERE);
            case TRIAGE_OFFICER ->
                Map.of(
                        Action.LIST_QUEUE, OWN_UNITS,
                        Action.SEE_ITEM, OWN_UNITS,
                        Action.OPEN_ACCOUNT, OWN_UNITS,
                        Action.BREAK_GLASS, OWN_UNITS);
            case SUPERVISING_PROSECUTOR ->
                Map.of(
                        Action.LIST_QUEUE, OWN_UNITS,
                        Action.SEE_ITEM, OWN_UNITS,
                        Action.OPEN_ACCOUNT, OWN_UNITS,
                        Action.BREAK_GLASS, OWN_UNITS,
                        Action.APPROVE_DESTRUCTION, OWN_UNITS,
                        Action.HOLD, OWN_UNITS);
            case INVESTIGATOR ->
                Map.of(
                        Action.LIST_QUEUE, OWN_UNITS,
                        Action.SEE_ITEM, ASSIGNED,
                        Action.WORK_ON, ASSIGNED,
                        Action.OPEN_ACCOUNT, ASSIGNED,
                        Action.OPEN_IDENTITY, ASSIGNED);
            case HEAD_OF_UNIT ->
                Map.of(
                        Action.LIST_QUEUE, OWN_UNITS,
                        Action.SEE_ITEM, OWN_UNITS,
                        Action.ASSIGN, OWN_UNITS,
                        Action.OPEN_ACCOUNT, OWN_UNITS,
                        Action.BREAK_GLASS, OWN_UNITS);
            case COMMISSIONER_OFFICER ->
                Map.ofEntries(
                        entry(Action.SUBMIT, EVERYWHERE),
                        entry(Action.LIST_QUEUE, EVERYWHERE),
                        entry(Action.SEE_ITEM, EVERYWHERE),
                        entry(Action.OPEN_ACCOUNT, HELD),
                        entry(Action.OPEN_IDENTITY, HELD),
                        entry(Action.READ_NOTES, EVERYWHERE),
                        entry(Action.RELEASE_IDENTITY, HELD),
                        entry(Action.CHECK_EX_OFFICIO, HELD),
                        entry(Action.APPROVE_DESTRUCTION, EVERYWHERE),
                        entry(Action.HOLD, EVERYWHERE),
                        entry(Action.LIST_ALERTS, EVERYWHERE),
                        entry(Action.LIST_HELD, EVERYWHERE),
                        entry(Action.ACKNOWLEDGE_ALERT, EVERYWHERE),
                        entry(Action.READ_LOG, EVERYWHERE),
                        entry(Action.READ_AGGREGATES, EVERYWHERE));
            case AUDITOR -> Map.of(Action.READ_LOG, EVERYWHERE);
            case STATISTICIAN -> Map.of(Action.READ_AGGREGATES, EVERYWHERE);
            case ADMINISTRATOR -> Map.of(Action.OPERATE, EVERYWHERE);
        };
    }
}
