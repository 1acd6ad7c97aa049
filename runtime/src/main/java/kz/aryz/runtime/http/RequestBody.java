package kz.aryz.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body of a request, read strictly: what is not UTF-8 or not a form is a problem, never a guess. */
public final class RequestBody {
    /** No page has so many fields; a body of nothing but fields would fill the memory. */
    private static final int MAX_PAIRS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER_BYTES = 16 * 1024;

    /** How long the rest of a body is read that nobody wants. */
    private static final Duration REST_WITHIN = Duration.ofSeconds(30);

    private RequestBody() {}

    /**
     * Reads to its end a body that was answered before that, as one that is too large. Closing the connection in the middle of
     * it would reset it, and its sender would meet a failure of the network in place of the answer (RFC 9112 §9.6).
     */
    static void readRest(Context ctx) {
        try {
            InputStream body = ctx.req().getInputStream();
            if (body.read() < 0) {
                return;
            }
            long began = System.nanoTime();
            byte[] unwanted = new byte[BUFFER_BYTES];
            while (body.read(unwanted) >= 0) {
                if (System.nanoTime() - began > REST_WITHIN.toNanos()) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("The client has gone", e);
        }
    }

    /** The body as text; a byte order mark is dropped. */
    public static String text(Context ctx) {
        String text = decoded(ctx.bodyAsBytes());
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
        return fields(decoded(ctx.bodyAsBytes()));
    }

    /**
     * The same of a body that may be larger than others: a browser sends one Cyrillic letter in six bytes.
     *
     * @param maxBytes this many are accepted, one more is not
     */
    public static Map<String, List<String>> form(Context ctx, int maxBytes) {
        return fields(decoded(bytes(ctx, maxBytes)));
    }

    private static byte[] bytes(Context ctx, int maxBytes) {
        try {
            byte[] body = ctx.req().getInputStream().readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw ProblemException.of(ProblemType.TOO_LARGE);
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> fields(String body) {
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
