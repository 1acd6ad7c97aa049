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

/**
 * Reads RFC 8259 JSON in UTF-8, strictly: what is broken is refused, what is merely odd is kept. A text of more values than a
 * complaint of its length has is taken apart up to a bound; from there the rest of each object or array stays together, by its letters, as one
 * {@link Json.Text} at its end, in an object under the name {@link #REST}. Thread-safe.
 */
public final class JsonReader {

    /** Objects and arrays within each other; far more than any form has. */
    static final int MAX_DEPTH = 200;

    /**
     * Values that are taken apart in every text, in the outermost object or array, and again in all within it; room for the longest
     * list that a complaint may have.
     */
    static final int FEW = 600;

    /**
     * For so many characters of text one value more. Fields of complaints have more with their names; two characters can be a value, and
     * take eighty bytes of the heap.
     */
    static final int CHARACTERS_PER_VALUE = 16;

    /** No field has this name. */
    static final String REST = "";

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
            Json value = new Reading(text, parser).value();
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

    /** One reading of one text. */
    private static final class Reading {
        private final String text;
        private final JsonParser parser;
        private final int most;
        private int within;

        private Reading(String text, JsonParser parser) {
            this.text = text;
            this.parser = parser;
            this.most = FEW + text.length() / CHARACTERS_PER_VALUE;
        }

        Json value() throws IOException, UnreadableJson {
            JsonToken token = parser.currentToken();
            if (token == null) {
                throw new UnreadableJson(Reason.BROKEN);
            }
            return switch (token) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> new Json.Text(parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getText());
                case VALUE_TRUE -> new Json.Bool(true);
                case VALUE_FALSE -> new Json.Bool(false);
                case VALUE_NULL -> new Json.Null();
                case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new UnreadableJson(Reason.BROKEN);
            };
        }

        private Json object() throws IOException, UnreadableJson {
            List<Json.Member> members = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                if (isFull(members.size())) {
                    members.add(new Json.Member(REST, rest(JsonToken.END_OBJECT)));
                    break;
                }
                String name = parser.currentName();
                parser.nextToken();
                members.add(new Json.Member(name, value()));
            }
            return new Json.Obj(members);
        }

        private Json array() throws IOException, UnreadableJson {
            List<Json> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (isFull(items.size())) {
                    items.add(rest(JsonToken.END_ARRAY));
                    break;
                }
                items.add(value());
            }
            return new Json.Arr(items);
        }

        /** Whether the object or array that the parser is in takes no more. Those within others share one bound. */
        private boolean isFull(int size) {
            boolean outermost = parser.getParsingContext().getNestingDepth() == 1;
            return outermost ? size >= most : ++within > most;
        }

        /** What is left of an object or array, from where the parser is to its end. */
        private Json rest(JsonToken end) throws IOException {
            int from = offset();
            do {
                parser.skipChildren();
            } while (parser.nextToken() != end);
            return new Json.Text(text.substring(from, offset()).strip());
        }

        /** Where the current token begins. */
        private int offset() {
            return Math.toIntExact(parser.currentTokenLocation().getCharOffset());
        }
    }
}
