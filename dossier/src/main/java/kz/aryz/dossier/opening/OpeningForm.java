package kz.aryz.dossier.opening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.sealing.Section;

/**
 * The form of a section as somebody filled it in, whatever it lacks. What they said is left out of {@link #toString()}.
 *
 * @param why why it was not done, as a problem's code or {@code returned}; empty where it was not tried
 */
record OpeningForm(
        Section<?> section, String purpose, String note, boolean breakGlass, String after, Optional<String> why) {

    /**
     * As it was sent.
     *
     * @throws ProblemException where it is the form of no section of that office
     */
    static OpeningForm of(Office office, Map<String, List<String>> fields) {
        return new OpeningForm(
                OpeningRequest.section(office, first(fields, "section")),
                first(fields, "purpose"),
                first(fields, "note"),
                first(fields, "breakGlass").equals("true"),
                first(fields, "after"),
                Optional.empty());
    }

    /**
     * What is asked for in it.
     *
     * @throws ProblemException where something is missing
     */
    OpeningRequest request() {
        return OpeningRequest.of(
                section,
                purpose,
                Optional.of(note),
                breakGlass,
                Optional.of(after).filter(place -> !place.isEmpty()).orElse(null));
    }

    OpeningForm because(String code) {
        return new OpeningForm(section, purpose, note, breakGlass, after, Optional.of(code));
    }

    /** Where it stands on the page: with its section, or for an emergency. */
    String place() {
        return breakGlass && section.equals(Section.IDENTITY) ? OpeningRequest.EMERGENCY : section.path();
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return "OpeningForm[" + place() + "]";
    }
}
