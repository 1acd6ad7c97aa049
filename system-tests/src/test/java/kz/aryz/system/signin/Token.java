package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import kz.aryz.system.Http;

/** A bearer token, as {@code aryz token} prints it. */
record Token(String text) {

    private static final int NOT_IN_TIME = 503;

    static Token of(String offset, String... options) {
        Said said = Said.by(Stream.concat(Stream.of("token", "--port-offset", offset), Stream.of(options)));
        assertThat(said.code()).as(said.err()).isZero();
        return new Token(said.out().strip());
    }

    Http.Answer read(Http http, URI address) throws IOException {
        return http.get(address, Map.of("Authorization", "Bearer " + text));
    }

    /** A page of the record of accesses, asked for again where the service says that it cannot read it in time. */
    Http.Answer accesses(Http http, URI inbox, String query) {
        return await().atMost(PATIENCE)
                .until(
                        () -> read(http, inbox.resolve("/api/v1/accesses" + query)),
                        answer -> answer.status() != NOT_IN_TIME);
    }

    Http.Answer post(Http http, URI address, String body) throws IOException {
        return http.post(address, body, Map.of("Authorization", "Bearer " + text));
    }

    JsonNode claims() throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(text.split("\\.", -1)[1]));
    }
}
