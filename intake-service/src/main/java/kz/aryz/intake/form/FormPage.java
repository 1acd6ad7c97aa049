package kz.aryz.intake.form;

import java.util.List;
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

    /** Why a form is shown again, and which part of it to look at. */
    public enum Problem {
        /** Nothing was typed. */
        EMPTY("error.empty", "narrative"),
        /** Nobody knows whether the complaint is safe. */
        UNCONFIRMED("error.unconfirmed", "send");

        private final String key;
        private final String target;

        Problem(String key, String target) {
            this.key = key;
            this.target = target;
        }

        /** Key of the text that says so. */
        public String key() {
            return key;
        }

        /** Id of the part of the form. */
        public String target() {
            return target;
        }
    }

    /** Whether the form came back because nothing was typed. */
    public boolean isEmpty() {
        return problem == Problem.EMPTY;
    }
}
