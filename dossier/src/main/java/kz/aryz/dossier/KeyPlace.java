package kz.aryz.dossier;

import kz.aryz.dossier.state.StoredPlace;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a data key.
 *
 * @param offset where it lies, on the complaint's partition of {@code complaints.keys}; null where it was destroyed
 * @param destroyed what is known of its destruction; null where it is there
 */
public record KeyPlace(@Nullable Long offset, Dossier.@Nullable Destroyed destroyed) {

    static KeyPlace of(StoredPlace stored) {
        return new KeyPlace(
                stored.getOffset(),
                stored.getDestruction() == null ? null : Dossier.Destroyed.of(stored.getDestruction()));
    }
}
