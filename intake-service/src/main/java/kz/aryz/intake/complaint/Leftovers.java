package kz.aryz.intake.complaint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.intake.json.Json;
import kz.aryz.intake.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Collects what fits no field of a section, by the path of the object it came in. */
final class Leftovers {

    private final Map<String, List<Json.Member>> byPath = new LinkedHashMap<>();

    void add(String path, String name, Json value) {
        byPath.computeIfAbsent(path, any -> new ArrayList<>()).add(new Json.Member(name, value));
    }

    /** An object of objects as JSON text: path of the object, name, value as it came; null where nothing is left over. */
    @Nullable
    String text() {
        if (byPath.isEmpty()) {
            return null;
        }
        List<Json.Member> paths = new ArrayList<>();
        byPath.forEach((path, members) -> paths.add(new Json.Member(path, new Json.Obj(members))));
        return JsonWriter.write(new Json.Obj(paths));
    }
}
