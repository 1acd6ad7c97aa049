package kz.aryz.shredding;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.schema.AllegationClass;
import org.apache.kafka.common.TopicPartition;

/**
 * What stands on the topics about a complaint and the sections that are to be destroyed, as far as it is committed.
 *
 * @param known whether there is such a complaint
 * @param complete whether all of it could be read
 * @param ends where reading ended on the complaint's partitions of what decides
 * @param digest SHA-256 over what was read on {@code audit.accesses}
 * @param putAside rows of keys of these sections among the dead letters
 * @param keys the data keys that there are, by their references, and when each was made
 */
record ComplaintOnRecord(
        String complaintId,
        boolean known,
        boolean complete,
        ComplaintFacts facts,
        AllegationClass allegationClass,
        List<HoldChange> holds,
        List<Approval> approvals,
        Map<TopicPartition, Long> ends,
        ByteBuffer digest,
        List<PutAside> putAside,
        Map<String, Instant> keys) {

    ComplaintOnRecord {
        ends = Map.copyOf(ends);
        holds = List.copyOf(holds);
        approvals = List.copyOf(approvals);
        putAside = List.copyOf(putAside);
        keys = new TreeMap<>(keys);
    }

    Matters matters(Set<String> sections, Matters.Terms terms, Instant now) {
        return new Matters(complete, facts, allegationClass, holds, approvals, sections, terms, now);
    }

    /** References of the keys that were there before that time. */
    List<String> keysBefore(Instant time) {
        return keys.entrySet().stream()
                .filter(key -> key.getValue().isBefore(time))
                .map(Map.Entry::getKey)
                .toList();
    }
}
