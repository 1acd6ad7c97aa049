package kz.aryz.intake.json;

import java.util.HexFormat;

/**
 * Writes JSON without blanks. The text reads back as the same value; half a surrogate pair is escaped, so that every text
 * can be carried as UTF-8.
 */
public final class JsonWriter {

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    public static String write(Json json) {
        JsonWriter writer = new JsonWriter();
        writer.value(json);
        return writer.out.toString();
    }

    private void value(Json json) {
        switch (json) {
            case Json.Obj object -> object(object);
            case Json.Arr array -> array(array);
            case Json.Text text -> string(text.value());
            case Json.Num number -> out.append(number.letters());
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null nothing -> out.append("null");
        }
    }

    private void object(Json.Obj object) {
        String separator = "{";
        for (Json.Member member : object.members()) {
            out.append(separator);
            string(member.name());
            out.append(':');
            value(member.value());
            separator = ",";
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
    }

    private void array(Json.Arr array) {
        String separator = "[";
        for (Json item : array.items()) {
            out.append(separator);
            value(item);
            separator = ",";
        }
        out.append(array.items().isEmpty() ? "[]" : "]");
    }

    private void string(String text) {
        out.append('"');
        text.codePoints().forEach(this::character);
        out.append('"');
    }

    private void character(int codePoint) {
        switch (codePoint) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (codePoint < ' ' || isHalfAPair(codePoint)) {
                    out.append("\\u").append(HexFormat.of().toHexDigits((char) codePoint));
                } else {
                    out.appendCodePoint(codePoint);
                }
            }
        }
    }

    private static boolean isHalfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
