package kz.aryz.dossier.opening;

import java.util.List;
import java.util.Optional;
import kz.aryz.dossier.Place;
import kz.aryz.schema.AccessEvent;

/**
 * Some of what is on record about a complaint.
 *
 * @param events the latest first
 * @param before where they end, with what comes later left out; empty where they are the latest of all
 * @param next before which there are more; empty where there are none
 */
record History(List<AccessEvent> events, Optional<Place> before, Optional<Place> next) {

    History {
        events = List.copyOf(events);
    }
}
