package kz.aryz.system.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.aryz.system.Http;
import kz.aryz.system.Http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A list as one instance shows it, read from page to page.
 *
 * @param items of all pages, in their order
 * @param whole whether every page was there and none said that something may be missing
 */
record Listing(List<JsonNode> items, boolean whole) {

    /** Small, so that there is always a next page. */
    private static final int LIMIT = 7;

    /** Reads it to its end, or until a page is refused: by {@code 503}, or by nobody being there. */
    static Listing of(Http http, URI list) {
        List<JsonNode> items = new ArrayList<>();
        boolean whole = true;
        String after = "";
        while (after != null) {
            Optional<JsonNode> page = page(http, list, after);
            if (page.isEmpty()) {
                return new Listing(items, false);
            }
            page.get().path("items").forEach(items::add);
            whole &= !page.get().path("partial").asBoolean(false);
            after = next(page.get());
        }
        return new Listing(items, whole);
    }

    /** The texts of one field, in the order of the list. */
    List<String> texts(String field) {
        return items.stream().map(item -> item.path(field).asText()).toList();
    }

    private static @Nullable String next(JsonNode page) {
        String next = page.path("next").textValue();
        return next == null ? null : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static Optional<JsonNode> page(Http http, URI list, String after) {
        char first = list.getQuery() == null ? '?' : '&';
        return answer(http, URI.create(list.toString() + first + "limit=" + LIMIT + after));
    }

    /** What is there; empty for {@code 503} and where nobody answers. */
    static Optional<JsonNode> answer(Http http, URI address) {
        try {
            Answer answer = http.get(address);
            assertThat(answer.status()).isIn(200, 503);
            return Optional.of(answer.body()).filter(body -> answer.status() == 200);
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }
}
