package kz.aryz.runtime.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a service answers to, by the table against which the running service is held. */
public final class Routes {

    private static final Path TABLE = Path.of("../system-tests/src/test/resources/kz/aryz/system/signin/routes.txt");

    /** What every service answers, whatever it is about. */
    private static final Set<String> OF_ANY_SERVER =
            Set.of("GET /health/live", "GET /health/ready", "GET /metrics", "GET /page.css");

    private Routes() {}

    /** Method and pattern of each, but for those that the instances alone are let in to. */
    public static List<String> of(String service) throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.map(line -> line.split(" +", -1))
                    .filter(words -> words[0].equals(service) && !words[3].equals("peer"))
                    .map(words -> words[1] + ' ' + words[2])
                    .filter(route -> !OF_ANY_SERVER.contains(route))
                    .toList();
        }
    }
}
