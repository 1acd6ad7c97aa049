package kz.aryz.intake.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.aryz.intake.json.UnreadableJson.Reason;

/** Reads RFC 8259 JSON in UTF-8, strictly: what is broken is refused, what is merely odd is kept. Thread-safe. */
public final class JsonReader {

    /** Objects and arrays within each other; far more than any form has. */
    static final int MAX_DEPTH = 200;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonFactory factory;

    /** @param maxBytes the longest text that will be read; no name, string or number in it is too long by itself */
    public JsonReader(int maxBytes) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNameLength(maxBytes)
                .maxStringLength(maxBytes)
                .maxNumberLength(maxBytes)
                .build();
        this.factory = new JsonFactoryBuilder()
                .streamReadConstraints(limits)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /** The one value in the text. */
    public Json read(byte[] utf8) throws UnreadableJson {
        String text = decode(utf8);
        if (text.isBlank()) {
            throw new UnreadableJson(Reason.EMPTY);
        }
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableJson(Reason.BROKEN);
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new UnreadableJson(Reason.TOO_DEEP);
        } catch (IOException e) {
            throw new UnreadableJson(Reason.BROKEN);
        }
    }

    private static String decode(byte[] utf8) throws UnreadableJson {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableJson(Reason.ENCODING);
        }
    }

    private static Json value(JsonParser parser) throws IOException, UnreadableJson {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new UnreadableJson(Reason.BROKEN);
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new UnreadableJson(Reason.BROKEN);
        };
    }

    private static Json object(JsonParser parser) throws IOException, UnreadableJson {
        List<Json.Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.add(new Json.Member(name, value(parser)));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) throws IOException, UnreadableJson {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Arr(items);
    }
}
