package kz.aryz.intake.form;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form as it is shown.
 *
 * @param problem why it is shown again; null where it is not
 */
public record FormPage(
        Page page, Typed typed, Choices choices, @Nullable Problem problem) {

    /** What was done, in plain words; the codes are those of the taxonomy. */
    public static final List<String> TYPES = List.of(
            "TORTURE",
            "SEXUAL_VIOLENCE",
            "DEATH_IN_CUSTODY",
            "ENFORCED_DISAPPEARANCE",
            "COERCED_TESTIMONY",
            "REPRISAL",
            "UNLAWFUL_DETENTION",
            "DENIAL_OF_MEDICAL_CARE",
            "DENIAL_OF_COUNSEL",
            "EXTORTION",
            "DETENTION_CONDITIONS");

    /** Who somebody can be who complains for another. */
    public static final List<String> RELATIONS = List.of(
            "SPOUSE", "PARENT", "CHILD", "SIBLING", "OTHER_FAMILY", "LAWYER", "NGO", "CELLMATE", "DOCTOR", "OFFICIAL");

    /** How somebody can be reached. */
    public static final List<String> CONTACT_MODES =
            List.of("DIRECT", "VIA_LAWYER", "VIA_RELATIVE", "VIA_COMMISSIONER", "NONE");

    /** Title of the page; it is what a screen reader says first. */
    public String title() {
        return page.text(problem == null ? "form.title" : "error.title");
    }

    /** Code of the language that it was sent in, where nobody knows whether it is safe; null elsewhere. */
    public @Nullable String sentIn() {
        return problem instanceof Problem.OfSending
                ? typed.sentIn(page.language()).code()
                : null;
    }

    /** The bodies that were chosen and are not on offer. */
    public List<String> unlistedBodies() {
        return unlisted("bodies", codes(choices.bodies().stream()));
    }

    /** The regions that were, likewise. */
    public List<String> unlistedRegions() {
        return unlisted("regionCode", codes(choices.regions().stream()));
    }

    /** The facilities that were chosen in that field, likewise. */
    public List<String> unlistedFacilities(String field) {
        return unlisted(field, codes(choices.facilities().stream().flatMap(group -> group.choices().stream())));
    }

    /**
     * What was chosen in that field and is not on offer now, because reference data are not read yet or have changed since. It stays
     * chosen, by its code.
     */
    public List<String> unlisted(String field, Collection<String> offered) {
        return typed.values(field).stream()
                .filter(code -> !code.isBlank() && !offered.contains(code))
                .distinct()
                .toList();
    }

    private static Set<String> codes(Stream<Choices.Choice> choices) {
        return choices.map(Choices.Choice::code).collect(toSet());
    }

    /** What is wrong with the story; null where nothing is. */
    public @Nullable String storyProblem() {
        return problem instanceof Problem.OfStory wrong ? wrong.text(page) : null;
    }
}
