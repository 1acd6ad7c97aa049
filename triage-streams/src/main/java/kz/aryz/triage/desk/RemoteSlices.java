package kz.aryz.triage.desk;

import java.util.Optional;
import java.util.Set;
import kz.aryz.runtime.streams.Peer;
import kz.aryz.triage.queue.IndexKey;

/**
 * The partitions that another instance works on, asked over its {@link SliceApi}.
 *
 * @param peer the other instance
 */
record RemoteSlices(Peer peer) implements Slices {

    @Override
    public Slice slice(QueuePart part, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
        String start = after.map(place -> "&after=" + Cursor.encode(place)).orElse("");
        String query = "?partitions=" + Peer.list(partitions) + "&limit=" + limit + start + whose(part.assignee());
        return peer.get(SliceApi.SLICES + "/" + Peer.segment(part.unit()) + query, Slice.class);
    }

    @Override
    public Counts counts(Optional<String> assignee, Set<Integer> partitions) {
        return peer.get(SliceApi.COUNTS + "?partitions=" + Peer.list(partitions) + whose(assignee), Counts.class);
    }

    @Override
    public Findings find(String complaintId, Set<Integer> partitions) {
        String query = "?partitions=" + Peer.list(partitions);
        return peer.get(SliceApi.COMPLAINTS + "/" + Peer.segment(complaintId) + query, Findings.class);
    }

    private static String whose(Optional<String> assignee) {
        return assignee.map(pseudonym -> "&assignee=" + Peer.segment(pseudonym)).orElse("");
    }
}
