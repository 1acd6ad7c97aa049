package kz.aryz.triage.priority;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.aryz.reference.Profile;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.Priority;
import kz.aryz.triage.classification.Allegation;
import kz.aryz.triage.conflict.Closure;
import kz.aryz.triage.enrichment.Circumstances;
import kz.aryz.triage.enrichment.Place;

/** How urgent a complaint is. What is not known counts as the more urgent. Stateless, immutable. */
public final class PriorityRule {

    private final Reference reference;

    public PriorityRule(Reference reference) {
        this.reference = reference;
    }

    public Prioritised priority(
            AccountSection account, Allegation allegation, Circumstances circumstances, Closure closure) {
        List<String> emergencies = emergencies(account, allegation, circumstances);
        if (!emergencies.isEmpty()) {
            return new Prioritised(Priority.P0, emergencies);
        }
        List<String> urgencies = allegation.handledAsA() ? urgencies(circumstances, closure) : List.of();
        if (!urgencies.isEmpty()) {
            return new Prioritised(Priority.P1, urgencies);
        }
        return seriousness(allegation);
    }

    private static List<String> emergencies(
            AccountSection account, Allegation allegation, Circumstances circumstances) {
        return Stream.of(Emergency.values())
                .filter(emergency -> emergency.holds(account, allegation, circumstances))
                .map(Emergency::rule)
                .toList();
    }

    private List<String> urgencies(Circumstances circumstances, Closure closure) {
        return Stream.of(
                        ground("P1-HELD-BY-ACCUSED", heldByAccused(circumstances, closure)),
                        ground("P1-RECENT", isRecent(circumstances)))
                .flatMap(List::stream)
                .toList();
    }

    private static Prioritised seriousness(Allegation allegation) {
        return switch (allegation.allegationClass()) {
            case A, B, UNKNOWN -> new Prioritised(Priority.P2, List.of("P2"));
            case C, X -> new Prioritised(Priority.P3, List.of("P3"));
        };
    }

    /** Said to be, or held and not known to be held by somebody who is not accused. */
    private boolean heldByAccused(Circumstances circumstances, Closure closure) {
        List<String> holders = circumstances.custody().stream()
                .map(Place::operatorBody)
                .filter(Objects::nonNull)
                .flatMap(body -> reference.topLevel(body, circumstances.decidedOn()).stream())
                .toList();
        return circumstances.victims().heldByAccused()
                || (circumstances.victims().held()
                        && (holders.isEmpty() || closure.accused().isEmpty() || closure.accuses(holders)));
    }

    /** Not known to be longer ago than the window. */
    private static boolean isRecent(Circumstances circumstances) {
        LocalDate last = circumstances.incidentTo();
        LocalDate windowOpens =
                circumstances.receivedOn().minus(circumstances.profile().period(Profile.URGENT_WINDOW));
        return last == null || !last.isBefore(windowOpens);
    }

    private static List<String> ground(String rule, boolean holds) {
        return holds ? List.of(rule) : List.of();
    }
}
