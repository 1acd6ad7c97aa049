package kz.aryz.shredding;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why sections are to be destroyed. The names stand in records and never change. */
public enum Ground {
    /** A court ordered it. */
    COURT_ORDER(true),
    /** The Commissioner ordered it. */
    COMMISSIONER_ORDER(true),
    /** The time for which they are to be kept is over. */
    RETENTION_OVER(false),
    /** The person whom they concern asked for it. */
    DATA_SUBJECT_REQUEST(false);

    private final boolean order;

    Ground(boolean order) {
        this.order = order;
    }

    /** By its code; empty where there is none such. */
    public static Optional<Ground> of(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.name().equals(code)).findFirst();
    }

    /** Whether it is an order, which has a number and without which no allegation of torture or abuse is destroyed. */
    public boolean isOrder() {
        return order;
    }
}
