package kz.aryz.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to Aryz. The identity provider says which roles a person has, by their codes. */
public enum Role {
    /** Takes complaints in on behalf of others: hotline, counter, post. */
    INTAKE_CLERK("intake-clerk", false),
    /** Reads what came into a unit's queue and looks after its classification. */
    TRIAGE_OFFICER("triage-officer", false),
    /** Works on the complaints that were assigned to them, and knows of no other. */
    INVESTIGATOR("investigator", false),
    /** Sees a unit's queue and assigns what lies in it. */
    HEAD_OF_UNIT("head-of-unit", false),
    /** Watches over the work of units. */
    SUPERVISING_PROSECUTOR("supervising-prosecutor", false),
    /** Acts for the Commissioner for Human Rights, who always gets to know. */
    COMMISSIONER_OFFICER("commissioner-officer", false),
    /** Visits places of detention for the National Preventive Mechanism. */
    NPM_MONITOR("npm-monitor", false),
    /** Reads who opened what, and nothing of what was opened. */
    AUDITOR("auditor", true),
    /** Works with numbers. */
    STATISTICIAN("statistician", true),
    /** Keeps the system running. */
    ADMINISTRATOR("administrator", true),
    /** A terminal in a place of detention: it sends, and never reads. */
    FACILITY_TERMINAL("facility-terminal", true);

    private final String code;
    private final boolean blind;

    Role(String code, boolean blind) {
        this.code = code;
        this.blind = blind;
    }

    /** By its code, in any case, with hyphens or underscores; empty where there is no such role. */
    public static Optional<Role> of(String code) {
        String asked = code.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(role -> role.code.equals(asked)).findFirst();
    }

    /** What an identity provider calls it. */
    public String code() {
        return code;
    }

    /** Whether whoever has it learns of no complaint at all, whatever other roles they have: duties are kept apart. */
    boolean isBlind() {
        return blind;
    }
}
