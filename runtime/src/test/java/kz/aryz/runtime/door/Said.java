package kz.aryz.runtime.door;

import java.util.List;

/** What there is to say about a complaint or an alert, by the end of the path at which it is said. */
final class Said {

    private Said() {}

    /** In the API. */
    static List<String> json(String path) {
        return switch (end(path)) {
            case "acknowledgement" -> List.of("{\"note\": \"seen\"}");
            case "assignment" -> List.of("{\"assignee\": \"somebody-else\", \"seq\": 3}");
            case "openings" ->
                List.of(
                        "{\"section\": \"identity\", \"purpose\": \"PROTECTION\"}",
                        "{\"section\": \"identity\", \"purpose\": \"PROTECTION\", \"breakGlass\": true, \"note\": \"life\"}");
            case "destruction-approvals" ->
                List.of("{\"sections\": [\"identity\"], \"ground\": \"COURT_ORDER\", \"reference\": \"1\"}");
            case "legal-holds", "lifting" -> List.of("{\"reason\": \"COURT\"}");
            case "release", "ex-officio-check" -> List.of("{\"unit\": \"PROS.KZ-75\", \"reason\": \"LIFE_AT_RISK\"}");
            default -> throw unknown(path);
        };
    }

    /** In forms, behind their token. */
    static String form(String path) {
        return switch (end(path)) {
            case "acknowledgement" -> "&note=seen";
            case "assignment" -> "&assignee=somebody-else&seq=3&key=key";
            case "openings" -> "&section=account&purpose=PROTECTION";
            case "destruction-approvals" -> "&section=identity&reason=COURT_ORDER&reference=1";
            case "legal-holds", "lifting" -> "&reason=COURT_PROCEEDINGS";
            case "release", "ex-officio-check" -> "&unit=PROS.KZ-75&reason=LIFE_AT_RISK&key=key";
            default -> throw unknown(path);
        };
    }

    private static String end(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static IllegalArgumentException unknown(String path) {
        return new IllegalArgumentException("Nothing is known to say to " + path);
    }
}
