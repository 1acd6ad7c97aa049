package kz.aryz.audit;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody reads a section for. The names stand in records and never change. */
public enum Purpose {
    /** To watch over how a complaint is handled. */
    OVERSIGHT,
    /** To find out what happened. */
    INVESTIGATION,
    /** To protect somebody who is in danger, or to reach them. */
    PROTECTION,
    /** To put right what is wrong about a complaint: a place, a class, somebody's data. */
    CORRECTION;

    /** By its code; empty where there is none such. */
    public static Optional<Purpose> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().equals(code))
                .findFirst();
    }
}
