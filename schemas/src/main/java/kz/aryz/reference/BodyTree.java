package kz.aryz.reference;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.aryz.schema.Body;

/** Which body is part of which, on which day. The State itself is not a body, so there are many roots. Immutable. */
final class BodyTree {

    private final Dated<Body> bodies;
    private final NavigableSet<LocalDate> changes;

    BodyTree(Dated<Body> bodies) {
        this.bodies = bodies;
        this.changes = bodies.changes();
    }

    /** The body at the top of the one named, itself included; empty where there is no such body on that day. */
    Optional<String> topLevel(String code, LocalDate date) {
        Set<String> climbed = new LinkedHashSet<>();
        Optional<Body> body = bodies.at(code, date);
        String top = null;
        while (body.isPresent() && climbed.add(body.get().getCode())) {
            top = body.get().getCode();
            body = Optional.ofNullable(body.get().getParent()).flatMap(parent -> bodies.at(parent, date));
        }
        return Optional.ofNullable(top);
    }

    /** The body and everything below it on that day; empty where there is no such body on that day. */
    NavigableSet<String> subtree(String code, LocalDate date) {
        NavigableSet<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        bodies.at(code, date).map(Body::getCode).ifPresent(open::add);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (found.add(next)) {
                childrenOf(next, date).forEach(open::add);
            }
        }
        return found;
    }

    /** The first day of the period and every later day in it on which the tree changed. */
    NavigableSet<LocalDate> shapes(LocalDate from, LocalDate to) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        days.add(from);
        if (from.isBefore(to)) {
            days.addAll(changes.subSet(from, true, to, true));
        }
        return days;
    }

    private Stream<String> childrenOf(String code, LocalDate date) {
        return bodies.at(date).stream()
                .filter(body -> code.equals(body.getParent()))
                .map(Body::getCode);
    }
}
