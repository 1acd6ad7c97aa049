package kz.aryz.dossier.opening;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.serde.AvroBinary;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;

/**
 * What stands in an open section: every field that has a value, in the order of the schema, under its name there. Texts,
 * numbers and truth values are what they are, times ISO 8601 in UTC, bytes hexadecimal.
 */
final class SectionContent {

    private SectionContent() {}

    static Map<String, Object> of(IndexedRecord section) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : section.getSchema().getFields()) {
            Object value = section.get(field.pos());
            if (value != null) {
                Object shown = shown(value);
                if (!isEmpty(shown)) {
                    fields.put(field.name(), shown);
                }
            }
        }
        return fields;
    }

    private static Object shown(Object value) {
        return switch (value) {
            case IndexedRecord inner -> of(inner);
            case Collection<?> list -> list.stream().map(SectionContent::shown).toList();
            case ByteBuffer bytes -> hex(bytes.duplicate());
            case Instant time -> time.toString();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    private static boolean isEmpty(Object shown) {
        return switch (shown) {
            case Map<?, ?> inner -> inner.isEmpty();
            case List<?> list -> list.isEmpty();
            default -> false;
        };
    }

    private static String hex(ByteBuffer bytes) {
        return HexFormat.of().formatHex(AvroBinary.bytes(bytes));
    }
}
