package kz.aryz.system;

import java.time.Duration;

/** How long tests wait for what is to come. It decides about nothing but when a test that fails is given up. */
public final class Patience {

    /** Enough for whatever Aryz does, on a machine with much else to do. */
    public static final Duration PATIENCE = Duration.ofMinutes(5);

    private Patience() {}
}
