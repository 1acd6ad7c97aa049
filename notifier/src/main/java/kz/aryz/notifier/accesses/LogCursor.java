package kz.aryz.notifier.accesses;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far back somebody has read in each partition.
 *
 * @param ends the offsets before which to read on, by partition
 */
record LogCursor(List<Long> ends) {

    LogCursor {
        ends = List.copyOf(ends);
    }

    /** An opaque text for callers. */
    String encode() {
        String text = ends.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty where the text was not made by {@link #encode} for so many partitions. */
    static Optional<LogCursor> decode(String text, int partitions) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            List<Long> ends =
                    Arrays.stream(decoded.split(",", -1)).map(Long::valueOf).toList();
            return Optional.of(new LogCursor(ends))
                    .filter(cursor -> ends.size() == partitions && ends.stream().allMatch(end -> end >= 0));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
