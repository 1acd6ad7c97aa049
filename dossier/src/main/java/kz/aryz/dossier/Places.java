package kz.aryz.dossier;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Where the records about a complaint lie. However many there are, what is asked for costs the same. */
public interface Places {

    /**
     * The latest records.
     *
     * @param before of those before that place; empty for the latest of all
     * @return empty while whoever knows does not answer
     */
    Optional<Stretch> stretch(String complaintId, Trail trail, Optional<Place> before);

    /**
     * What is known of these data keys of the complaint, by their references; nothing of those that were never there, or are
     * another's.
     *
     * @return empty while whoever knows does not answer
     */
    Optional<Map<String, KeyPlace>> keys(String complaintId, Collection<String> keyRefs);
}
