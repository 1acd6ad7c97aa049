package kz.aryz.triage.conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.FacilityType;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.triage.enrichment.Circumstances;
import kz.aryz.triage.enrichment.Place;
import org.jspecify.annotations.Nullable;

/**
 * Rules R1 and R6: the whole top-level body of everyone accused is excluded, as the tree of bodies stood during the
 * incident and as it stands at the decision, and so is the operator of the place. Who is not named is presumed: the
 * operator, and where that is unknown too, or somebody is named by a word that nobody knows, all law enforcement.
 * Stateless, immutable.
 */
public final class ConflictClosure {

    /** Codes that say that the body is not known, or not listed. */
    private static final Set<String> UNNAMED = Set.of("UNKNOWN", "OTHER");

    private final Reference reference;

    public ConflictClosure(Reference reference) {
        this.reference = reference;
    }

    public Closure closure(AccountSection account, Circumstances circumstances) {
        Span span = span(circumstances);
        NavigableSet<String> accused = new TreeSet<>();
        NavigableSet<String> excluded = new TreeSet<>();
        List<String> rules = new ArrayList<>();
        rules.add("R1");
        for (String code : named(account, span)) {
            accused.addAll(topLevels(code, span));
        }
        accused.forEach(top -> excluded.addAll(wholeBodies(top, span)));
        operators(circumstances, span).forEach(operator -> excluded.addAll(wholeBodies(operator, span)));
        boolean strangers = someNameIsUnknown(account, span);
        if (strangers || someoneIsUnnamed(account, span)) {
            rules.add("R6");
            if (circumstances.scene().operatorBody() == null || strangers) {
                lawEnforcement(span).forEach(body -> excluded.addAll(wholeBodies(body, span)));
            }
        }
        return new Closure(accused, excluded, strangers, rules);
    }

    /** An incident without a beginning, or with one that is yet to come, may have begun at any time. */
    private Span span(Circumstances circumstances) {
        LocalDate decidedOn = circumstances.decidedOn();
        LocalDate to = Objects.requireNonNullElse(circumstances.incidentTo(), decidedOn);
        LocalDate from = Objects.requireNonNullElse(circumstances.incidentFrom(), LocalDate.EPOCH);
        if (from.isAfter(to)) {
            return span(to, from, decidedOn);
        }
        return span(from.isAfter(decidedOn) ? LocalDate.EPOCH : from, to, decidedOn);
    }

    private Span span(LocalDate from, LocalDate to, LocalDate decidedOn) {
        NavigableSet<LocalDate> days = new TreeSet<>(reference.bodyTreeShapes(from, to));
        days.add(decidedOn);
        return new Span(from, to, decidedOn, days);
    }

    private List<String> named(AccountSection account, Span span) {
        return account.getAccused().stream()
                .flatMap(party -> bodies(party, span).stream())
                .toList();
    }

    private boolean someoneIsUnnamed(AccountSection account, Span span) {
        return account.getAccused().isEmpty()
                || account.getAccused().stream()
                        .anyMatch(party -> bodies(party, span).isEmpty());
    }

    /**
     * Somebody is named by a word that nobody knows: it may well be another than who runs the place, or than whose unit is
     * named beside it.
     */
    private boolean someNameIsUnknown(AccountSection account, Span span) {
        return account.getAccused().stream()
                .anyMatch(party -> isUnknown(party.getBodyCode(), span)
                        || (bodies(party, span).isEmpty() && isUnknown(party.getUnitCode(), span)));
    }

    private boolean isUnknown(@Nullable String asGiven, Span span) {
        String code = Objects.requireNonNullElse(asGiven, "").strip();
        return !code.isEmpty()
                && !UNNAMED.contains(code.toUpperCase(Locale.ROOT))
                && bodies(code, span).findAny().isEmpty();
    }

    /** The bodies that a party is of: the one named, and the one that its unit belongs to. */
    private List<String> bodies(AccusedParty party, Span span) {
        return Stream.of(party.getBodyCode(), party.getUnitCode())
                .filter(Objects::nonNull)
                .map(String::strip)
                .flatMap(code -> bodies(code, span))
                .distinct()
                .toList();
    }

    /** The body of that code, or those that ran the facility or had the unit of that code. */
    private Stream<String> bodies(String code, Span span) {
        return Stream.of(
                        span.days().stream()
                                .flatMap(day -> reference.body(code, day).stream())
                                .map(Body::getCode),
                        span.rows((from, to) -> reference.facilitiesDuring(code, from, to))
                                .map(Facility::getOperatorBody),
                        span.rows((from, to) -> reference.unitsDuring(code, from, to))
                                .map(InvestigatorUnit::getBodyCode))
                .flatMap(codes -> codes)
                .filter(body -> !UNNAMED.contains(body));
    }

    /** Who runs the scene and the places of custody, and who ran them on the days that count. */
    private Set<String> operators(Circumstances circumstances, Span span) {
        NavigableSet<String> found = new TreeSet<>();
        Stream.concat(Stream.of(circumstances.scene()), circumstances.custody().stream())
                .forEach(place -> found.addAll(operators(place, span)));
        return found;
    }

    private Set<String> operators(Place place, Span span) {
        NavigableSet<String> found = new TreeSet<>();
        Stream.ofNullable(place.operatorBody()).forEach(found::add);
        if (place.facilityCode() != null) {
            String code = place.facilityCode();
            span.rows((from, to) -> reference.facilitiesDuring(code, from, to))
                    .map(Facility::getOperatorBody)
                    .forEach(found::add);
        } else if (place.facilityType() != null) {
            String code = place.facilityType();
            span.rows((from, to) -> reference.facilityTypesDuring(code, from, to))
                    .map(FacilityType::getOperatorBody)
                    .filter(Objects::nonNull)
                    .forEach(found::add);
        }
        return found;
    }

    private Set<String> lawEnforcement(Span span) {
        NavigableSet<String> found = new TreeSet<>();
        span.days()
                .forEach(day -> reference.bodies(day).stream()
                        .filter(Body::getLawEnforcement)
                        .map(Body::getCode)
                        .forEach(found::add));
        return found;
    }

    private NavigableSet<String> wholeBodies(String body, Span span) {
        NavigableSet<String> found = new TreeSet<>();
        span.days()
                .forEach(day ->
                        reference.topLevel(body, day).ifPresent(top -> found.addAll(reference.subtree(top, day))));
        return found;
    }

    private Set<String> topLevels(String body, Span span) {
        NavigableSet<String> found = new TreeSet<>();
        span.days().forEach(day -> reference.topLevel(body, day).ifPresent(found::add));
        return found;
    }

    /**
     * The time that counts: that of the incident, and the day of the decision.
     *
     * @param from first day of the incident, at the earliest
     * @param to last day of the incident
     * @param decidedOn day of the decision
     * @param days one for each shape of the tree of bodies in that time
     */
    private record Span(LocalDate from, LocalDate to, LocalDate decidedOn, NavigableSet<LocalDate> days) {

        /** What holds at some time of it, each as often as it is found. */
        <T> Stream<T> rows(BiFunction<LocalDate, LocalDate, List<T>> during) {
            return Stream.of(during.apply(from, to), during.apply(decidedOn, decidedOn))
                    .flatMap(List::stream);
        }
    }
}
