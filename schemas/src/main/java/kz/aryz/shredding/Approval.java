package kz.aryz.shredding;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * That somebody approved a destruction, as it stands on record.
 *
 * @param eventId id of the record
 * @param by who, by what they were then
 * @param sections paths of what may be destroyed
 * @param ground code of why, one of {@link Ground} or of a later version
 * @param reference number of the order or request
 */
public record Approval(
        String eventId, Instant at, Officer by, Set<String> sections, String ground, Optional<String> reference) {

    public Approval {
        sections = Set.copyOf(sections);
        reference = reference.map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The order that it rests on; empty where it rests on none, or on one without a number. */
    Optional<Order> order() {
        return Ground.of(ground)
                .filter(Ground::isOrder)
                .flatMap(kind -> reference.map(number -> new Order(kind, number)));
    }

    /** An order that somebody can look up. */
    record Order(Ground kind, String number) {}
}
