package kz.aryz.system;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.FreePort;

/** Finds what a command wants that says by {@code --port-offset} which Aryz is meant. */
public final class FreeOffset {

    /** Below the ports that clients get. */
    private static final int FIRST = 11_000;

    private static final int LAST = 20_000;

    private FreeOffset() {}

    /** An offset at which nobody listens on any port of Aryz right now, by lot: others look for one at the same time. */
    public static int find() {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST)
                .filter(offset -> isFree(Addresses.shifted(offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(Addresses addresses) {
        return Stream.concat(addresses.ports().values().stream(), Stream.of(addresses.identityProvider()))
                .allMatch(FreePort::isFree);
    }
}
