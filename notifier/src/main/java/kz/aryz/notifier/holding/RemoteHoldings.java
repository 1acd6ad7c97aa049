package kz.aryz.notifier.holding;

import java.util.Set;
import kz.aryz.runtime.streams.Peer;

/**
 * The partitions that another instance works on.
 *
 * @param peer the other instance
 */
record RemoteHoldings(Peer peer) implements HeldContents {

    @Override
    public HeldSlice slice(HeldRange range, Set<Integer> partitions) {
        String after = range.after().map(place -> "&after=" + place.encode()).orElse("");
        return get("?partitions=" + Peer.list(partitions) + "&limit=" + range.limit() + after);
    }

    @Override
    public HeldSlice find(String complaintId, Set<Integer> partitions) {
        return get('/' + Peer.segment(complaintId) + "?partitions=" + Peer.list(partitions));
    }

    private HeldSlice get(String rest) {
        return peer.get(Holdings.PEER_PATH + rest, HeldSlice.class);
    }
}
