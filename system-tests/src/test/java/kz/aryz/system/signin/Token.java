package kz.aryz.system.signin;

import static org.assertj.core.api.Assertions.assertThat;

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

    static Token of(String offset, String... options) {
        Said said = Said.by(Stream.concat(Stream.of("token", "--port-offset", offset), Stream.of(options)));
        assertThat(said.code()).as(said.err()).isZero();
        return new Token(said.out().strip());
    }

    Http.Answer read(Http http, URI address) throws IOException {
        return http.get(address, Map.of("Authorization", "Bearer " + text));
    }

    Http.Answer post(Http http, URI address, String body) throws IOException {
        return http.post(address, body, Map.of("Authorization", "Bearer " + text));
    }

    JsonNode claims() throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(text.split("\\.", -1)[1]));
    }
}
