package kz.aryz.runtime.signin;

import java.time.Duration;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.http.RequestBody;

/**
 * When somebody hears that something is not there: a whole number of {@link #STEP}s after they had asked, whatever it took to
 * find out. To look at a complaint that they may not know of takes longer than to find none, and would tell them that there is
 * one.
 *
 * <p>Time counts from when their request has been read, and a request is short: how long anything takes is then for nobody
 * outside to choose, so that they cannot bring the work to where a step ends. Work that takes longer than a step is heard at the end
 * of a later one, and shows only if the end of a step lies within the difference. Whoever waits holds a virtual thread and a
 * connection of their own, and nothing that others need.
 */
final class EvenRefusals {

    /** Long enough for the work of nearly every request, asking other instances included; too short for a person to mind. */
    static final Duration STEP = Duration.ofMillis(25);

    /** What people say about a complaint, with a note of thousands of letters; nothing that takes long to read. */
    static final int MAX_BODY_BYTES = 64 * 1024;

    private EvenRefusals() {}

    /** The same handler, of which {@link ProblemType#NOT_FOUND} is heard at the end of a step. */
    static StaffHandler of(StaffHandler handler) {
        return of(handler, MAX_BODY_BYTES);
    }

    /** The same where a request may be longer or shorter than others. */
    static StaffHandler of(StaffHandler handler, int maxBytes) {
        return (ctx, caller) -> {
            RequestBody.bytes(ctx, maxBytes);
            long began = System.nanoTime();
            try {
                handler.handle(ctx, caller);
            } catch (ProblemException problem) {
                if (problem.type().equals(ProblemType.NOT_FOUND)) {
                    await(rest(Duration.ofNanos(System.nanoTime() - began)));
                }
                throw problem;
            }
        };
    }

    /** How long it is to the end of the step. */
    static Duration rest(Duration taken) {
        return STEP.minusNanos(taken.toNanos() % STEP.toNanos());
    }

    /** A service that stops waits for nothing. */
    private static void await(Duration rest) {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
