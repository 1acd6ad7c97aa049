package kz.aryz.dossier;

import java.util.List;
import java.util.Optional;

/**
 * Dossiers as one instance holds them: of a complaint whose partition is not here, not restored, or not read up to the present,
 * it answers nothing.
 */
interface DossierContents {

    /** The dossier, or that there is none. */
    DossierSlice find(String complaintId);

    /** See {@link Places#stretch}. */
    StretchSlice stretch(String complaintId, Trail trail, Optional<Place> before);

    /**
     * See {@link Places#keys}.
     *
     * @param keyRefs all of the complaint, no more than {@link Dossiers#KEYS_AT_ONCE}
     */
    KeysSlice keys(String complaintId, List<String> keyRefs);
}
