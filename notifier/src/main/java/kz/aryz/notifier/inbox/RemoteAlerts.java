package kz.aryz.notifier.inbox;

import java.util.Set;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.runtime.streams.Peer;

/**
 * The partitions that another instance works on, asked over its {@link PeerApi}.
 *
 * @param peer the other instance
 */
record RemoteAlerts(Peer peer) implements AlertContents {

    @Override
    public AlertSlice slice(InboxRange range, Set<Integer> partitions) {
        String state = range.state()
                .map(AlertState::name)
                .map(name -> "&state=" + name)
                .orElse("");
        String after =
                range.after().map(Cursor::encode).map(text -> "&after=" + text).orElse("");
        return get(PeerApi.ALERTS + "?partitions=" + Peer.list(partitions) + "&limit=" + range.limit() + state + after);
    }

    @Override
    public AlertSlice find(String obligationId, Set<Integer> partitions) {
        return get(PeerApi.ALERTS + '/' + Peer.segment(obligationId) + "?partitions=" + Peer.list(partitions));
    }

    private AlertSlice get(String pathAndQuery) {
        return peer.get(pathAndQuery, AlertSlice.class);
    }
}
