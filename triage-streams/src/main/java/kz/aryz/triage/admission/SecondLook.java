package kz.aryz.triage.admission;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import kz.aryz.schema.Submission;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Goes once, from the start of a task, through what waits. A keyset or a schema that came with the start may open what the one
 * before could not, and where its key came long ago nothing else would come to try it.
 */
final class SecondLook {

    /** As many as leave a transaction, and the others who wait, most of a second, though keys may have to be asked for. */
    private static final int AT_ONCE = 20;

    private final TimestampedKeyValueStore<String, Submission> waiting;
    private @Nullable Queue<String> references;

    SecondLook(TimestampedKeyValueStore<String, Submission> waiting) {
        this.waiting = waiting;
    }

    /** The next submissions, by the references of their keys; empty when all were looked at. */
    Map<String, Submission> next() {
        if (references == null) {
            references = all();
        }
        Map<String, Submission> next = new LinkedHashMap<>();
        for (int looks = 0; looks < AT_ONCE && !references.isEmpty(); looks++) {
            String reference = references.remove();
            Submission submission = ValueAndTimestamp.getValueOrNull(waiting.get(reference));
            if (submission != null) {
                next.put(reference, submission);
            }
        }
        return next;
    }

    private Queue<String> all() {
        Queue<String> all = new ArrayDeque<>();
        try (KeyValueIterator<String, ValueAndTimestamp<Submission>> entries = waiting.all()) {
            entries.forEachRemaining(entry -> all.add(entry.key));
        }
        return all;
    }
}
