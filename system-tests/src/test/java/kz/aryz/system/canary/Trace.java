package kz.aryz.system.canary;

import java.util.List;
import java.util.stream.Stream;

/**
 * Bytes that Aryz wrote.
 *
 * @param place where, for people
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares traces
public record Trace(String place, byte[] bytes) {

    /** The places among {@code traces} that hold a canary, and which. */
    public static List<String> of(List<Canary> canaries, Stream<Trace> traces) {
        return traces.flatMap(trace -> canaries.stream()
                        .filter(canary -> canary.isIn(trace.bytes()))
                        .map(canary -> trace.place() + ": " + canary))
                .toList();
    }
}
