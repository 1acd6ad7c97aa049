package kz.aryz.runtime.signin;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import kz.aryz.id.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * How the instances of a service know each other: {@code Authorization: Aryz-Peer SECONDS.MAC}, where MAC is the
 * HMAC-SHA-256 over the address that is asked and the time, under a key that follows from the client secret, which all
 * instances have and nobody else. It needs no identity provider, so that instances answer each other while it is away.
 * A proof holds for a minute and for that address alone.
 */
public sealed interface PeerPass {

    /** Shows nothing: for instances that ask nothing of each other. */
    PeerPass NONE = new Nothing();

    /** Adds the proof to a request for {@code pathAndQuery}. */
    HttpRequest.Builder sign(HttpRequest.Builder request, String pathAndQuery);

    /** Whether {@code authorization} is a proof for {@code pathAndQuery} that holds now. */
    boolean accepts(@Nullable String authorization, String pathAndQuery);

    /** Neither shows nor asks. */
    record Nothing() implements PeerPass {

        @Override
        public HttpRequest.Builder sign(HttpRequest.Builder request, String pathAndQuery) {
            return request;
        }

        @Override
        public boolean accepts(@Nullable String authorization, String pathAndQuery) {
            return true;
        }
    }

    /** Under a secret that all instances have. */
    final class Shared implements PeerPass {
        private static final Duration HOLDS = Duration.ofMinutes(1);
        private static final Pattern FORM = Pattern.compile("Aryz-Peer (\\d{1,12})\\.([A-Za-z0-9_-]{43})");

        private final SecretKey key;
        private final Clock clock;

        Shared(OidcClient client, Clock clock) {
            this.key = Sha256.key(client.key("peers"));
            this.clock = clock;
        }

        @Override
        public HttpRequest.Builder sign(HttpRequest.Builder request, String pathAndQuery) {
            long seconds = clock.instant().getEpochSecond();
            return request.header("Authorization", "Aryz-Peer " + seconds + '.' + proof(seconds, pathAndQuery));
        }

        @Override
        public boolean accepts(@Nullable String authorization, String pathAndQuery) {
            Matcher parts = FORM.matcher(authorization == null ? "" : authorization);
            if (!parts.matches()) {
                return false;
            }
            long seconds = Long.parseLong(parts.group(1));
            Duration away = Duration.between(Instant.ofEpochSecond(seconds), clock.instant())
                    .abs();
            return away.compareTo(HOLDS) <= 0 && RandomText.same(parts.group(2), proof(seconds, pathAndQuery));
        }

        private String proof(long seconds, String pathAndQuery) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            Sha256.hmac(key, (seconds + " GET " + pathAndQuery).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
