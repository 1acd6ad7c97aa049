package kz.aryz.system.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.access.Role;

/**
 * A line of {@code routes.txt}: a route, and who finds something behind it.
 *
 * @param path pattern
 * @param answer the status for whoever does
 * @param to who does; means nothing where nobody is asked who they are
 */
record RouteLine(String service, String method, String path, Door door, int answer, Set<Role> to) {

    /** What stands in front of a route. */
    enum Door {
        OPEN,
        PAGE,
        FORM,
        API,
        PEER
    }

    static List<RouteLine> all() {
        try (InputStream table = Objects.requireNonNull(RouteLine.class.getResourceAsStream("routes.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> of(Arrays.asList(line.split(" +", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteLine of(List<String> words) {
        return new RouteLine(
                words.get(0),
                words.get(1),
                words.get(2),
                Door.valueOf(words.get(3).toUpperCase(Locale.ROOT)),
                Integer.parseInt(words.get(4)),
                roles(words.subList(5, words.size())));
    }

    private static Set<Role> roles(List<String> codes) {
        return codes.equals(List.of("*"))
                ? EnumSet.allOf(Role.class)
                : codes.stream().map(code -> Role.of(code).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }

    /** As its service names it in its log. */
    String route() {
        return method + " " + path;
    }
}
