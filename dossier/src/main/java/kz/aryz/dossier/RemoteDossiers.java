package kz.aryz.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.aryz.runtime.streams.Peer;

/**
 * The partitions that another instance works on.
 *
 * @param peer the other instance
 */
record RemoteDossiers(Peer peer) implements DossierContents {

    @Override
    public DossierSlice find(String complaintId) {
        return peer.get(path(complaintId), DossierSlice.class);
    }

    @Override
    public StretchSlice stretch(String complaintId, Trail trail, Optional<Place> before) {
        String from = before.map(place -> "&before=" + place.encode()).orElse("");
        return peer.get(path(complaintId) + "/places?trail=" + trail + from, StretchSlice.class);
    }

    @Override
    public KeysSlice keys(String complaintId, List<String> keyRefs) {
        String query = keyRefs.stream()
                .map(keyRef -> "of=" + Peer.segment(keyRef.substring(complaintId.length() + 1)))
                .collect(Collectors.joining("&"));
        return peer.get(path(complaintId) + "/keys?" + query, KeysSlice.class);
    }

    private static String path(String complaintId) {
        return Dossiers.PEER_PATH + '/' + Peer.segment(complaintId);
    }
}
