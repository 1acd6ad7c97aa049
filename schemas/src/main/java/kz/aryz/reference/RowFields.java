package kz.aryz.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.schema.Names;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** The fields of any row, for printing. */
final class RowFields {

    private RowFields() {}

    /** Names and values, in the order of the schema; dates and codes as text. */
    static Map<String, @Nullable Object> of(IndexedRecord row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : row.getSchema().getFields()) {
            fields.put(field.name(), plain(row.get(field.pos())));
        }
        return fields;
    }

    /** The English name; empty where the table has no names. */
    static String englishName(IndexedRecord row) {
        Schema.Field names = row.getSchema().getField("names");
        return names != null && row.get(names.pos()) instanceof Names known ? known.getEn() : "";
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case IndexedRecord nested -> of(nested);
            case List<?> list -> list.stream().map(RowFields::plain).toList();
            case Boolean flag -> flag;
            case Number number -> number;
            default -> value.toString();
        };
    }
}
