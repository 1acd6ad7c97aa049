package kz.aryz.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import kz.aryz.dossier.state.StoredHead;
import kz.aryz.dossier.state.StoredPlace;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.topic.Topics;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The partitions that this instance works on.
 *
 * @param read which of them are read as far as anybody may be told of them, also that there is nothing
 */
record LocalDossiers(LocalPartitions partitions, IntPredicate read) implements DossierContents {

    /** Does the same whether there is such a complaint or not. */
    @Override
    public DossierSlice find(String complaintId) {
        Optional<Beside> beside = places(complaintId, Beside::of);
        Optional<Optional<StoredHead>> head = this.<StoredHead, Optional<StoredHead>>read(
                DossiersTopology.HEADS, complaintId, store -> Optional.ofNullable(store.get(complaintId)));
        if (beside.isEmpty() || head.isEmpty()) {
            return DossierSlice.NOT_HERE;
        }
        Dossier dossier = head.get()
                .map(stored -> Dossier.of(
                        complaintId, stored, beside.get().notes(), beside.get().destroyed()))
                .orElse(null);
        return new DossierSlice(here(complaintId), dossier);
    }

    /** What of the places belongs to a dossier. */
    private record Beside(boolean notes, Map<String, List<Dossier.Destroyed>> destroyed) {

        static Beside of(StoredPlaces places) {
            return new Beside(places.haveNotes(), places.destroyed());
        }
    }

    @Override
    public StretchSlice stretch(String complaintId, Trail trail, Optional<Place> before) {
        return places(complaintId, places -> places.stretch(trail, before))
                .map(stretch -> new StretchSlice(here(complaintId), stretch))
                .orElse(StretchSlice.NOT_HERE);
    }

    @Override
    public KeysSlice keys(String complaintId, List<String> keyRefs) {
        return places(complaintId, places -> places.keys(keyRefs))
                .map(keys -> new KeysSlice(here(complaintId), keys))
                .orElse(KeysSlice.NOT_HERE);
    }

    private <A> Optional<A> places(String complaintId, Function<StoredPlaces, A> reader) {
        return this.<StoredPlace, A>read(
                DossiersTopology.PLACES, complaintId, store -> reader.apply(new StoredPlaces(store, complaintId)));
    }

    private <V, A> Optional<A> read(
            String store, String complaintId, Function<ReadOnlyKeyValueStore<String, V>, A> reader) {
        return read.test(partition(complaintId))
                ? partitions.read(store, here(complaintId), reader).values().stream()
                        .findFirst()
                : Optional.empty();
    }

    private static Set<Integer> here(String complaintId) {
        return Set.of(partition(complaintId));
    }

    private static int partition(String complaintId) {
        return Topics.SUBMISSIONS.partition(complaintId);
    }
}
