package kz.aryz.backup;

import java.util.Map;
import java.util.OptionalInt;
import kz.aryz.serde.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which id stands at one registry for the schema that another id stood for at another.
 *
 * @param now the present ids by the former ones
 */
record SchemaIdChange(Map<Integer, Integer> now) {

    SchemaIdChange {
        now = Map.copyOf(now);
    }

    /** Whether any id is another one now. */
    boolean isAny() {
        return now.entrySet().stream().anyMatch(id -> !id.getKey().equals(id.getValue()));
    }

    /**
     * The value with the present id before it; as it is where it begins with no id that was known. Dead letters carry what
     * was once a value of another topic, and are sent again as they are.
     */
    byte @Nullable [] applied(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        OptionalInt former = WireFormat.id(value);
        if (former.isEmpty()) {
            return value;
        }
        int present = now.getOrDefault(former.getAsInt(), former.getAsInt());
        return present == former.getAsInt() ? value : WireFormat.withId(present, value);
    }
}
