package kz.aryz.reference;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.schema.JurisdictionProfile;
import kz.aryz.schema.Setting;

/**
 * The law and policy in force in a span of time: who may investigate whom, and within what time. Immutable.
 *
 * @param code e.g. KZ-2025-07
 * @param settings values by name; names and meaning stand in the module's README
 */
public record Profile(String code, Map<String, String> settings) {

    /** How long triage waits for the key of an account before it handles the complaint as unopenable; a duration. */
    public static final String KEY_PATIENCE = "triage.key-patience";

    /** Within what time the Commissioner expects a decision about a complaint; a duration. */
    public static final String DECISION_WITHIN = "commissioner.decision-within";

    /** An incident not longer ago leaves signs that fade; a period of days. */
    public static final String URGENT_WINDOW = "incident.urgent-window";

    /** How long sections of a complaint are not destroyed after it was approved; a period of days. */
    public static final String DESTRUCTION_COOL_OFF = "destruction.cool-off";

    /** How long an approval of a destruction counts; a period of days. */
    public static final String DESTRUCTION_APPROVAL = "destruction.approval-counts";

    /** Top-level bodies whose violence the anti-corruption service investigates; codes, or ANY. */
    public static final String ANTIKOR_TAKES_VIOLENCE_OF = "antikor.takes-violence-of";

    /** Top-level bodies whose other abuse of power the anti-corruption service investigates; codes, or ANY. */
    public static final String ANTIKOR_TAKES_ABUSE_OF = "antikor.takes-abuse-of";

    public Profile {
        settings = Map.copyOf(settings);
    }

    static Profile of(JurisdictionProfile row) {
        return new Profile(
                row.getCode(),
                row.getSettings().stream().collect(Collectors.toMap(Setting::getName, Setting::getValue)));
    }

    /** A setting in hours, minutes or seconds, e.g. PT15M. */
    public Duration duration(String name) {
        return Duration.parse(value(name));
    }

    /** A setting in days or longer, e.g. P42D. */
    public Period period(String name) {
        return Period.parse(value(name));
    }

    /** A setting that is a list of codes, separated by blanks; a dash alone means none. */
    public Set<String> codes(String name) {
        String value = value(name).strip();
        return value.equals("-") ? Set.of() : Set.of(value.split("\\s+"));
    }

    /**
     * A setting as it stands in the profile.
     *
     * @throws IllegalArgumentException if the profile has no such setting
     */
    public String value(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("profile " + code + " has no setting " + name);
        }
        return value;
    }
}
