package kz.aryz.dossier;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.dossier.state.StoredDossier;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.topic.Topics;

/** The partitions that this instance works on. */
record LocalDossiers(LocalPartitions partitions) implements DossierContents {

    @Override
    public DossierSlice find(String complaintId) {
        Set<Integer> asked = Set.of(Topics.SUBMISSIONS.partition(complaintId));
        Map<Integer, Optional<StoredDossier>> found = partitions.<StoredDossier, Optional<StoredDossier>>read(
                DossiersTopology.DOSSIERS, asked, store -> Optional.ofNullable(store.get(complaintId)));
        Dossier dossier = found.values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(stored -> Dossier.of(complaintId, stored))
                .orElse(null);
        return new DossierSlice(found.keySet(), dossier);
    }
}
