package kz.aryz.runtime.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider: where its endpoints are and which keys it signs with. It is asked when it is first needed, so
 * that this service starts without it; while it is away, keys that are known go on for four hours.
 */
final class Provider {
    static final int TIMEOUT_MILLIS = 10_000;

    /** Signatures with the provider's private key only: nothing that a client's secret, or nobody at all, can sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Issuer issuer;
    private final URI discovery;
    private final Clock clock;
    private final Lock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private Instant notBefore = Instant.EPOCH;

    /** What discovery told. */
    private record Known(OIDCProviderMetadata metadata, JWSVerificationKeySelector<SecurityContext> keys) {}

    Provider(OidcClient client, Clock clock) {
        this.issuer = new Issuer(client.issuer());
        this.discovery = client.discovery();
        this.clock = clock;
    }

    Issuer issuer() {
        return issuer;
    }

    OIDCProviderMetadata metadata() throws ProviderAwayException {
        return known().metadata();
    }

    /** Chooses the key for a signature; an unknown key id makes it look for new keys, within limits. */
    JWSVerificationKeySelector<SecurityContext> keys() throws ProviderAwayException {
        return known().keys();
    }

    /** Where sessions at the provider end; empty where it has no such place, or was never asked. */
    Optional<URI> endSession() {
        Known here = known;
        return here == null
                ? Optional.empty()
                : Optional.ofNullable(here.metadata().getEndSessionEndpointURI());
    }

    private Known known() throws ProviderAwayException {
        Known here = known;
        if (here != null) {
            return here;
        }
        asking.lock();
        try {
            here = known;
            if (here == null) {
                here = ask();
                known = here;
            }
            return here;
        } finally {
            asking.unlock();
        }
    }

    /** One at a time, and after a failure not at once again: whoever waits meanwhile is answered with that failure. */
    private Known ask() throws ProviderAwayException {
        if (clock.instant().isBefore(notBefore)) {
            throw new ProviderAwayException(new IOException("it did not answer a moment ago"));
        }
        try {
            OIDCProviderMetadata metadata = discovered();
            ProviderKeys keys = new ProviderKeys(metadata.getJWKSetURI().toURL());
            return new Known(metadata, new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        } catch (ParseException | IOException e) {
            notBefore = clock.instant().plus(PAUSE);
            throw new ProviderAwayException(e);
        }
    }

    /** Whatever address it is asked at, it must say that it is the one whose tokens are taken. */
    private OIDCProviderMetadata discovered() throws IOException, ParseException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, discovery);
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        HTTPResponse response = request.send();
        if (response.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException("it answers the question for its endpoints with " + response.getStatusCode());
        }
        OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(response.getBodyAsJSONObject());
        if (!metadata.getIssuer().equals(issuer)) {
            throw new IOException("another provider answers there");
        }
        return metadata;
    }
}
