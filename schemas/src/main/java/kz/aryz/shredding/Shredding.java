package kz.aryz.shredding;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.aryz.access.Action;
import kz.aryz.access.Role;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AllegationClass;

/**
 * The one rule about destroying sections of a complaint: no legal hold stands; a unit has it; two people of different top-level bodies, one
 * of them the Commissioner's, approved just these sections, long enough ago and not too long; and where the complaint is an
 * allegation of torture or abuse, or was not classified, both on one order. Free of Kafka and of the clock. Stateless; see
 * docs/decisions/shredding.md.
 */
final class Shredding {

    /** A condition of which a pair of approvals must fulfil all; the first that none does is why it is refused. */
    private record Condition(Predicate<Pair> holds, Refusal otherwise) {}

    /** Two approvals that a destruction could rest on. */
    private record Pair(Approval commissioners, Approval others) {

        boolean each(Predicate<Approval> condition) {
            return condition.test(commissioners) && condition.test(others);
        }

        boolean onOneOrder() {
            return commissioners.order().isPresent() && commissioners.order().equals(others.order());
        }

        Set<String> bodies() {
            return Stream.of(commissioners, others)
                    .flatMap(approval -> approval.by().person().bodies().stream())
                    .collect(Collectors.toSet());
        }

        Instant earlier() {
            return commissioners.at().isBefore(others.at()) ? commissioners.at() : others.at();
        }
    }

    private Shredding() {}

    static Ruling decide(Matters matters) {
        List<Refusal> reasons = new ArrayList<>();
        if (!matters.complete()) {
            reasons.add(Refusal.UNREADABLE);
        }
        if (!holds(matters).isEmpty()) {
            reasons.add(Refusal.LEGAL_HOLD);
        }
        if (matters.facts().held()) {
            reasons.add(Refusal.HELD);
        }
        List<Pair> pairs = pairs(matters, reasons);
        for (Condition condition : conditions(matters)) {
            List<Pair> left = pairs.stream().filter(condition.holds()).toList();
            if (left.isEmpty() && !pairs.isEmpty()) {
                reasons.add(condition.otherwise());
            }
            pairs = left;
        }
        Optional<Pair> latest = pairs.stream().max(Comparator.comparing(Pair::earlier));
        return latest.isEmpty() || !reasons.isEmpty() ? new Ruling.Refused(reasons) : allowed(latest.get());
    }

    private static Ruling allowed(Pair pair) {
        return new Ruling.Allowed(
                List.of(pair.commissioners().eventId(), pair.others().eventId()),
                pair.commissioners().ground(),
                pair.bodies(),
                pair.earlier());
    }

    /**
     * The holds that stand, the latest of each role. A hold counts whoever set it; to lift it one must be of the role that did,
     * and may still know of the complaint.
     */
    static List<HoldChange> holds(Matters matters) {
        Map<Role, HoldChange> standing = new EnumMap<>(Role.class);
        for (HoldChange change : matters.holds()) {
            if (change.set()) {
                standing.put(change.by().role(), change);
            } else if (change.by().may(Action.HOLD, matters.facts())) {
                standing.remove(change.by().role());
            }
        }
        return List.copyOf(standing.values());
    }

    private static List<Pair> pairs(Matters matters, List<Refusal> reasons) {
        List<Approval> theirs = approvals(matters)
                .filter(approval -> approval.by().isCommissioners())
                .toList();
        if (theirs.isEmpty()) {
            reasons.add(Refusal.NOT_APPROVED_BY_COMMISSIONER);
        }
        List<Pair> pairs = theirs.stream()
                .flatMap(one -> approvals(matters)
                        .filter(another -> areApart(one, another, matters))
                        .map(another -> new Pair(one, another)))
                .toList();
        boolean another = approvals(matters).anyMatch(approval -> !approval.by().isCommissioners());
        if (theirs.isEmpty() ? !another : pairs.isEmpty()) {
            reasons.add(Refusal.NOT_APPROVED_BY_ANOTHER_BODY);
        }
        return pairs;
    }

    /** Those of people who may approve it as it stands. */
    static Stream<Approval> approvals(Matters matters) {
        return matters.approvals().stream()
                .filter(approval -> approval.by().may(Action.APPROVE_DESTRUCTION, matters.facts()));
    }

    private static boolean areApart(Approval one, Approval another, Matters matters) {
        return !one.by().person().pseudonym().equals(another.by().person().pseudonym())
                && tops(one, matters).noneMatch(top -> tops(another, matters).anyMatch(top::equals));
    }

    private static Stream<String> tops(Approval approval, Matters matters) {
        return approval.by().person().bodies().stream().map(matters.terms().topLevel());
    }

    private static List<Condition> conditions(Matters matters) {
        return List.of(
                new Condition(
                        pair -> pair.each(approval -> approval.sections().containsAll(matters.sections())),
                        Refusal.OTHER_SECTIONS),
                new Condition(pair -> !needsOrder(matters.allegationClass()) || pair.onOneOrder(), Refusal.NO_ORDER),
                new Condition(
                        pair -> pair.each(approval -> matters.now()
                                .isBefore(after(approval, matters.terms().counts()))),
                        Refusal.TOO_OLD),
                new Condition(
                        pair -> pair.each(approval -> !matters.now()
                                .isBefore(after(approval, matters.terms().coolOff()))),
                        Refusal.COOLING_OFF));
    }

    private static boolean needsOrder(AllegationClass allegationClass) {
        return switch (allegationClass) {
            case A, B, UNKNOWN -> true;
            case C, X -> false;
        };
    }

    /** The end of a period that began with the approval, by the calendar of the law. */
    private static Instant after(Approval approval, Period period) {
        return approval.at().atZone(Reference.ZONE).plus(period).toInstant();
    }
}
