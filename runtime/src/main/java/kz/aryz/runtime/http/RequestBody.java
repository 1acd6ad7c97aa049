package kz.aryz.runtime.http;

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
    private RequestBody() {}

    /** The body as text; a byte order mark is dropped. */
    public static String text(Context ctx) {
        String text = decoded(ctx.bodyAsBytes());
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The fields of an {@code application/x-www-form-urlencoded} body, each with its values in order. */
    public static Map<String, List<String>> form(Context ctx) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : decoded(ctx.bodyAsBytes()).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals >= 0) {
                fields.computeIfAbsent(unescaped(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(unescaped(pair.substring(equals + 1)));
            }
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
