package kz.aryz.reference;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.aryz.schema.Body;

/** Which body is part of which, on which day. The State itself is not a body, so there are many roots. Immutable. */
final class BodyTree {

    private final NavigableMap<LocalDate, Shape> shapes = new TreeMap<>();

    BodyTree(Dated<Body> bodies) {
        shapes.put(LocalDate.MIN, new Shape(List.of()));
        bodies.changes().forEach(day -> shapes.put(day, new Shape(bodies.at(day))));
    }

    /** The body at the top of the one named, itself included; empty where there is no such body on that day. */
    Optional<String> topLevel(String code, LocalDate date) {
        return shape(date).topLevel(code);
    }

    /** The body and everything below it on that day; empty where there is no such body on that day. */
    NavigableSet<String> subtree(String code, LocalDate date) {
        return shape(date).subtree(code);
    }

    /** The first day of the period and every later day in it on which the tree changed. */
    NavigableSet<LocalDate> shapes(LocalDate from, LocalDate to) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        days.add(from);
        if (from.isBefore(to)) {
            days.addAll(shapes.subMap(from, true, to, true).keySet());
        }
        return days;
    }

    private Shape shape(LocalDate date) {
        return shapes.floorEntry(date).getValue();
    }

    /** The tree between two changes. */
    private static final class Shape {

        private final Map<String, Body> bodies = new HashMap<>();
        private final Map<String, List<String>> children = new HashMap<>();

        Shape(List<Body> rows) {
            for (Body body : rows) {
                bodies.put(body.getCode(), body);
                if (body.getParent() != null) {
                    children.computeIfAbsent(body.getParent(), parent -> new ArrayList<>())
                            .add(body.getCode());
                }
            }
        }

        Optional<String> topLevel(String code) {
            Set<String> climbed = new LinkedHashSet<>();
            Body body = bodies.get(code);
            while (body != null && climbed.add(body.getCode())) {
                body = bodies.get(body.getParent());
            }
            return climbed.stream().reduce((lower, higher) -> higher);
        }

        NavigableSet<String> subtree(String code) {
            NavigableSet<String> found = new TreeSet<>();
            Deque<String> open = new ArrayDeque<>();
            if (bodies.containsKey(code)) {
                open.add(code);
            }
            while (!open.isEmpty()) {
                String next = open.remove();
                if (found.add(next)) {
                    open.addAll(children.getOrDefault(next, List.of()));
                }
            }
            return found;
        }
    }
}
