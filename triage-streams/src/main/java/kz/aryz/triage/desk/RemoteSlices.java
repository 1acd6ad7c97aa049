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
    public Slice slice(String unit, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
        String start = after.map(place -> "&after=" + Cursor.encode(place)).orElse("");
        String query = "?partitions=" + Peer.list(partitions) + "&limit=" + limit + start;
        return peer.get(SliceApi.SLICES + "/" + Peer.segment(unit) + query, Slice.class);
    }

    @Override
    public Counts counts(Set<Integer> partitions) {
        return peer.get(SliceApi.COUNTS + "?partitions=" + Peer.list(partitions), Counts.class);
    }
}
