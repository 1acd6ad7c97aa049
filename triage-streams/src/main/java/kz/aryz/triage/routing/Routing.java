package kz.aryz.triage.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.reference.PermittedUnits;
import kz.aryz.reference.Profile;
import kz.aryz.reference.Reference;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.Region;
import kz.aryz.sealing.Disclosure;
import kz.aryz.triage.classification.AllegationType;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a complaint: the unit that the rules prefer, or the next one whose whole body is outside every excluded one.
 * Stateless, immutable.
 */
public final class Routing {

    static final String SPECIAL = "PROS.SPECIAL";
    static final String MILITARY = "PROS.MILITARY";
    static final String COMMISSIONER = "COMMISSIONER";
    static final String COURT = "COURT";

    /** A word that nobody knows may mean the prosecution: somebody else finds out, and then releases it to a unit. */
    private static final List<String> NEVER_PROSECUTORS = List.of(COMMISSIONER, COURT);

    private static final String ANY = "ANY";

    private static final Set<AllegationType> VIOLENT = Set.of(
            AllegationType.EXCESSIVE_FORCE,
            AllegationType.ACQUIESCENCE_INTERPRISONER_VIOLENCE,
            AllegationType.UNLAWFUL_DETENTION);

    private final Reference reference;

    public Routing(Reference reference) {
        this.reference = reference;
    }

    public Route route(Findings findings) {
        LocalDate today = findings.circumstances().decidedOn();
        List<String> rules = new ArrayList<>();
        rules.add("R0");
        rules.addAll(findings.closure().rules());
        PermittedUnits permitted =
                new PermittedUnits(reference, today, findings.closure().bodies());
        return candidates(findings, rules).stream()
                .flatMap(code -> reference.unit(code, today).stream())
                .filter(permitted::permits)
                .findFirst()
                .<Route>map(unit -> assigned(unit, findings, rules))
                .orElseGet(() -> blocked(findings, rules));
    }

    /** Unit codes, the preferred first, every unit of the country last. */
    private List<String> candidates(Findings findings, List<String> rules) {
        Stream<String> preferred = preferred(findings, rules).stream();
        if (findings.closure().accusesStrangers()) {
            return NEVER_PROSECUTORS;
        }
        Stream<String> fallbacks = Stream.of(SPECIAL, COMMISSIONER, COURT);
        Stream<String> others =
                reference.units(findings.circumstances().decidedOn()).stream().map(InvestigatorUnit::getCode);
        return Stream.of(preferred, fallbacks, others).flatMap(units -> units).toList();
    }

    private List<String> preferred(Findings findings, List<String> rules) {
        if (isHeldForConsent(findings)) {
            rules.add("R10");
            return List.of(COMMISSIONER);
        }
        if (findings.closure().accuses(Set.of("PROSECUTOR"))) {
            rules.add("R5");
            return List.of(COMMISSIONER);
        }
        if (findings.closure().accusesStrangers()) {
            rules.add("R5-UNKNOWN");
            return List.of(COMMISSIONER);
        }
        return byClass(findings, rules);
    }

    private static boolean isHeldForConsent(Findings findings) {
        boolean child = findings.circumstances().victims().child();
        return !Disclosure.of(findings.transmitToProsecutor(), findings.priority(), child)
                .facts()
                .contains(Disclosure.Reader.UNIT);
    }

    private List<String> byClass(Findings findings, List<String> rules) {
        if (findings.allegation().handledAsA()) {
            rules.add("R2");
            if (findings.isDeathOrMassEvent()) {
                return List.of(SPECIAL);
            }
        }
        if (isMilitary(findings)) {
            rules.add("R4");
            return List.of(MILITARY);
        }
        String regional = regional("PROS.", findings).orElse(SPECIAL);
        if (goesToAntikor(findings)) {
            rules.add("R3");
            return Stream.concat(regional("ANTIKOR.", findings).stream(), Stream.of(regional))
                    .toList();
        }
        return List.of(regional);
    }

    private static boolean isMilitary(Findings findings) {
        return findings.closure().accuses(Set.of("MOD"))
                || "MILITARY_GUARDHOUSE".equals(findings.circumstances().facilityType());
    }

    private static boolean goesToAntikor(Findings findings) {
        return switch (findings.allegation().allegationClass()) {
            case A, UNKNOWN -> antikorTakes(Profile.ANTIKOR_TAKES_VIOLENCE_OF, findings);
            case B ->
                antikorTakes(
                        isViolent(findings) ? Profile.ANTIKOR_TAKES_VIOLENCE_OF : Profile.ANTIKOR_TAKES_ABUSE_OF,
                        findings);
            case C, X -> false;
        };
    }

    private static boolean antikorTakes(String setting, Findings findings) {
        Set<String> bodies = findings.circumstances().profile().codes(setting);
        Set<String> accused = findings.closure().accused();
        return bodies.contains(ANY) || (!accused.isEmpty() && bodies.containsAll(accused));
    }

    private static boolean isViolent(Findings findings) {
        return findings.circumstances().victims().held() || VIOLENT.stream().anyMatch(findings::alleges);
    }

    /** The unit of the region, or of the region that it was split from where it had none of its own yet. */
    private Optional<String> regional(String prefix, Findings findings) {
        LocalDate today = findings.circumstances().decidedOn();
        @Nullable String region = findings.circumstances().regionCode();
        return Stream.ofNullable(region)
                .flatMap(code -> Stream.concat(Stream.of(code), parent(code, today).stream()))
                .map(prefix::concat)
                .filter(code -> reference.unit(code, today).isPresent())
                .findFirst();
    }

    private Optional<String> parent(String regionCode, LocalDate date) {
        return reference.region(regionCode, date).map(Region::getParent);
    }

    private static Route assigned(InvestigatorUnit unit, Findings findings, List<String> rules) {
        return new Route.Assigned(
                unit.getCode(), unit.getBodyCode(), rules, findings.closure().bodies());
    }

    private static Route blocked(Findings findings, List<String> rules) {
        rules.add("R1-BLOCKED");
        return new Route.Blocked(
                COMMISSIONER, COMMISSIONER, rules, findings.closure().bodies());
    }
}
