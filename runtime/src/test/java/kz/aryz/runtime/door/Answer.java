package kz.aryz.runtime.door;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.aryz.runtime.signin.StaffRoute;

/**
 * What a caller can tell answers apart by, their time excepted, without what is drawn by lot for each.
 *
 * @param pattern of the route
 * @param path what was asked
 */
public record Answer(String pattern, String path, int status, Map<String, List<String>> headers, String body) {

    static Answer of(StaffRoute route, String path, HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.keySet().removeAll(Set.of("date", "set-cookie"));
        headers.computeIfPresent(
                "location",
                (name, places) -> places.stream().map(Answer::withoutLots).toList());
        String pattern = route.method() + ' ' + route.path();
        return new Answer(pattern, path, response.statusCode(), headers, withoutIds(response.body()));
    }

    /** Whether the route is about one complaint, or one alert. */
    public boolean isAboutOne() {
        return pattern.contains("Id}");
    }

    /** No sign-in goes the same way twice. */
    private static String withoutLots(String address) {
        return address.replaceAll("(state|nonce|code_challenge)=[^&]+", "$1=lot");
    }

    /** Problems have an id of their own, and forms a key. */
    private static String withoutIds(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "id");
    }
}
