package kz.aryz.intake.form;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.Language;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.Region;

/** What the form offers to choose from, by name; without reference data nothing, and the form works all the same. */
public record Choices(List<Choice> regions, List<Group> facilities, List<Choice> bodies) {

    /** Holds a key to every complaint; the form promises that a body to choose does not. */
    private static final String COMMISSIONER = "COMMISSIONER";

    /** A code and what people call it. */
    public record Choice(String code, String name) {}

    /** The facilities of a region. */
    public record Group(String name, List<Choice> choices) {}

    /** What there is to choose from today. */
    public static Choices now(Optional<Reference> reference, Clock clock, Language language) {
        return reference
                .map(data -> of(data, Reference.day(clock.instant()), language))
                .orElseGet(() -> new Choices(List.of(), List.of(), List.of()));
    }

    private static Choices of(Reference reference, LocalDate today, Language language) {
        List<Choice> regions = new ArrayList<>();
        List<Group> facilities = new ArrayList<>();
        for (Region region : reference.regions(today)) {
            Choice choice = new Choice(region.getCode(), language.name(region.getNames()));
            regions.add(choice);
            facilities.add(new Group(choice.name(), facilities(reference, today, language, region.getCode())));
        }
        regions.sort(Comparator.comparing(Choice::name));
        facilities.removeIf(group -> group.choices().isEmpty());
        facilities.sort(Comparator.comparing(Group::name));
        return new Choices(regions, facilities, bodies(reference, today, language));
    }

    private static List<Choice> facilities(Reference reference, LocalDate today, Language language, String region) {
        return reference.facilities(today).stream()
                .filter(facility -> facility.getRegionCode().equals(region))
                .map((Facility facility) -> new Choice(facility.getCode(), language.name(facility.getNames())))
                .toList();
    }

    /**
     * Whoever enforces law, first, then the rest of the State; of those, whoever has most bodies below it, as the police have. The
     * departments of a region are the body itself here.
     */
    private static List<Choice> bodies(Reference reference, LocalDate today, Language language) {
        Map<String, Long> below = reference.bodies(today).stream()
                .filter(body -> body.getParent() != null)
                .collect(groupingBy(Body::getParent, counting()));
        List<String> suffixes = reference.regions(today).stream()
                .map(region -> "_" + region.getCode())
                .toList();
        Predicate<Body> national = body -> suffixes.stream().noneMatch(body.getCode()::endsWith);
        return reference.bodies(today).stream()
                .filter(national)
                .filter(body -> !body.getCode().equals(COMMISSIONER))
                .filter(body -> body.getLawEnforcement() || body.getParent() == null)
                .sorted(Comparator.comparing((Body body) -> !body.getLawEnforcement())
                        .thenComparing(body -> body.getParent() != null)
                        .thenComparingLong(body -> -below.getOrDefault(body.getCode(), 0L)))
                .map(body -> new Choice(body.getCode(), language.name(body.getNames())))
                .toList();
    }
}
