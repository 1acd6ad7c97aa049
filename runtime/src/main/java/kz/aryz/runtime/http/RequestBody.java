package kz.aryz.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a request, read strictly: what is not UTF-8 or not a form is a problem, never a guess. */
public final class RequestBody {
    /** No page has so many fields; a body of nothing but fields would fill the memory. */
    private static final int MAX_PAIRS = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RequestBody() {}

    /** The body as it came. */
    public static byte[] bytes(Context ctx) {
        return bytes(ctx, HttpServer.MAX_BODY_BYTES);
    }

    /**
     * The same of a body that may be longer or shorter than others.
     *
     * @param maxBytes this many are accepted, one more is not
     */
    public static byte[] bytes(Context ctx, int maxBytes) {
        return ctx.appData(BodyReader.KEY).read(ctx, maxBytes);
    }

    /** The body as text; a byte order mark is dropped. */
    public static String text(Context ctx) {
        return text(ctx, HttpServer.MAX_BODY_BYTES);
    }

    /**
     * The same of a body that may be longer or shorter than others.
     *
     * @param maxBytes this many are accepted, one more is not
     */
    public static String text(Context ctx, int maxBytes) {
        String text = decoded(bytes(ctx, maxBytes));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The body as JSON; of a body without content, {@link JsonNode#isMissingNode no node}. */
    public static JsonNode json(Context ctx) {
        try {
            return JSON.readTree(text(ctx));
        } catch (JsonProcessingException e) {
            throw ProblemException.of(ProblemType.BAD_REQUEST);
        }
    }

    /** The fields of an {@code application/x-www-form-urlencoded} body, each with its values in order. */
    public static Map<String, List<String>> form(Context ctx) {
        return fields(decoded(bytes(ctx)));
    }

    /**
     * The same of a form that may be longer than other bodies: a browser sends one Cyrillic letter in six bytes; or shorter.
     *
     * @param maxBytes this many are accepted, one more is not
     */
    public static Map<String, List<String>> form(Context ctx, int maxBytes) {
        return fields(decoded(bytes(ctx, maxBytes)));
    }

    /** The fields of such a body that is read already. */
    public static Map<String, List<String>> fields(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int pairs = 0;
        for (int start = 0; start < body.length(); pairs++) {
            if (pairs == MAX_PAIRS) {
                throw ProblemException.of(ProblemType.BAD_REQUEST);
            }
            int ampersand = body.indexOf('&', start);
            int end = ampersand < 0 ? body.length() : ampersand;
            int equals = body.indexOf('=', start);
            if (equals >= 0 && equals < end) {
                fields.computeIfAbsent(unescaped(body.substring(start, equals)), name -> new ArrayList<>())
                        .add(unescaped(body.substring(equals + 1, end)));
            }
            start = end + 1;
        }
        return fields;
    }

    private static String decoded(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.of(ProblemType.BAD_REQUEST);
        }
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.BAD_REQUEST);
        }
    }
}
