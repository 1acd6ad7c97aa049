package kz.aryz.triage.conflict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.triage.enrichment.Circumstances;
import kz.aryz.triage.enrichment.Place;

/**
 * Rules R1 and R6: the whole top-level body of everyone accused is excluded, as the tree of bodies stood during the
 * incident and as it stands at the decision, and so is the operator of the place. Who is not named is presumed: the
 * operator, and where that is unknown too, all law enforcement. Stateless, immutable.
 */
public final class ConflictClosure {

    /** Codes that say that the body is not known, or not listed. */
    private static final Set<String> UNNAMED = Set.of("UNKNOWN", "OTHER");

    private final Reference reference;

    public ConflictClosure(Reference reference) {
        this.reference = reference;
    }

    public Closure closure(AccountSection account, Circumstances circumstances) {
        NavigableSet<LocalDate> days = days(circumstances);
        NavigableSet<String> accused = new TreeSet<>();
        NavigableSet<String> excluded = new TreeSet<>();
        List<String> rules = new ArrayList<>();
        rules.add("R1");
        for (String code : named(account, days)) {
            accused.addAll(topLevels(code, days));
        }
        accused.forEach(top -> excluded.addAll(wholeBodies(top, days)));
        operators(circumstances, days).forEach(operator -> excluded.addAll(wholeBodies(operator, days)));
        if (someoneIsUnnamed(account, days)) {
            rules.add("R6");
            if (circumstances.scene().operatorBody() == null) {
                lawEnforcement(days).forEach(body -> excluded.addAll(wholeBodies(body, days)));
            }
        }
        return new Closure(accused, excluded, rules);
    }

    /** The days on which the tree counts: its shapes during the incident, and the decision. */
    private NavigableSet<LocalDate> days(Circumstances circumstances) {
        LocalDate from = Objects.requireNonNullElse(circumstances.incidentFrom(), LocalDate.EPOCH);
        LocalDate to = Objects.requireNonNullElse(circumstances.incidentTo(), circumstances.decidedOn());
        NavigableSet<LocalDate> days = new TreeSet<>(reference.bodyTreeShapes(from, to));
        days.add(circumstances.decidedOn());
        return days;
    }

    private List<String> named(AccountSection account, NavigableSet<LocalDate> days) {
        return account.getAccused().stream()
                .flatMap(party -> bodies(party, days).stream())
                .toList();
    }

    private boolean someoneIsUnnamed(AccountSection account, NavigableSet<LocalDate> days) {
        return account.getAccused().isEmpty()
                || account.getAccused().stream()
                        .anyMatch(party -> bodies(party, days).isEmpty());
    }

    /** The bodies that a party is of: the one named, or the one that its unit belongs to. */
    private List<String> bodies(AccusedParty party, NavigableSet<LocalDate> days) {
        return Stream.of(party.getBodyCode(), party.getUnitCode())
                .filter(Objects::nonNull)
                .map(String::strip)
                .flatMap(code -> days.stream().flatMap(day -> bodyOf(code, day).stream()))
                .filter(code -> !UNNAMED.contains(code))
                .distinct()
                .toList();
    }

    private Optional<String> bodyOf(String code, LocalDate day) {
        return reference
                .body(code, day)
                .map(Body::getCode)
                .or(() -> reference.facility(code, day).map(Facility::getOperatorBody))
                .or(() -> reference.unit(code, day).map(InvestigatorUnit::getBodyCode));
    }

    /** Who runs the scene and the places of custody, and who ran them on the days that count. */
    private Set<String> operators(Circumstances circumstances, NavigableSet<LocalDate> days) {
        NavigableSet<String> found = new TreeSet<>();
        Stream.concat(Stream.of(circumstances.scene()), circumstances.custody().stream())
                .forEach(place -> found.addAll(operators(place, days)));
        return found;
    }

    private Set<String> operators(Place place, NavigableSet<LocalDate> days) {
        NavigableSet<String> found = new TreeSet<>();
        Stream.ofNullable(place.operatorBody()).forEach(found::add);
        Stream.ofNullable(place.facilityCode())
                .flatMap(code -> days.stream().flatMap(day -> reference.facility(code, day).stream()))
                .map(Facility::getOperatorBody)
                .forEach(found::add);
        return found;
    }

    private Set<String> lawEnforcement(NavigableSet<LocalDate> days) {
        NavigableSet<String> found = new TreeSet<>();
        days.forEach(day -> reference.bodies(day).stream()
                .filter(Body::getLawEnforcement)
                .map(Body::getCode)
                .forEach(found::add));
        return found;
    }

    private NavigableSet<String> wholeBodies(String body, NavigableSet<LocalDate> days) {
        NavigableSet<String> found = new TreeSet<>();
        if (body != null) {
            days.forEach(
                    day -> reference.topLevel(body, day).ifPresent(top -> found.addAll(reference.subtree(top, day))));
        }
        return found;
    }

    private Set<String> topLevels(String body, NavigableSet<LocalDate> days) {
        NavigableSet<String> found = new TreeSet<>();
        days.forEach(day -> reference.topLevel(body, day).ifPresent(found::add));
        return found;
    }
}
