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
