package kz.aryz.notifier.accesses;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.aryz.runtime.http.OpaqueText;

/**
 * How far back somebody has read in each partition.
 *
 * @param ends the offsets before which to read on, by partition
 */
record LogCursor(List<Long> ends) {

    /** Each less than the largest number that there is. */
    private static final Pattern ENDS = Pattern.compile("[0-9]{1,18}(,[0-9]{1,18})*");

    LogCursor {
        ends = List.copyOf(ends);
    }

    /** An opaque text for callers. */
    String encode() {
        return OpaqueText.of(ends.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** Empty where the text was not made by {@link #encode} for so many partitions. */
    static Optional<LogCursor> decode(String text, int partitions) {
        return OpaqueText.read(text)
                .filter(said -> ENDS.matcher(said).matches())
                .map(said -> new LogCursor(
                        Arrays.stream(said.split(",", -1)).map(Long::valueOf).toList()))
                .filter(cursor -> cursor.ends.size() == partitions);
    }
}
