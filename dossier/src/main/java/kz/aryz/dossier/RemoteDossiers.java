package kz.aryz.dossier;

import kz.aryz.runtime.streams.Peer;

/**
 * The partitions that another instance works on.
 *
 * @param peer the other instance
 */
record RemoteDossiers(Peer peer) implements DossierContents {

    @Override
    public DossierSlice find(String complaintId) {
        return peer.get(Dossiers.PEER_PATH + '/' + Peer.segment(complaintId), DossierSlice.class);
    }
}
