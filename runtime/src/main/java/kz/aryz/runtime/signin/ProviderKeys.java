package kz.aryz.runtime.signin;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the provider signs with. They are read again after five minutes, and for a key that is not among them, twice in 30
 * seconds at most. Those that are known go on while they cannot be read, for four hours. Every reading, and every one that failed,
 * gives them another five minutes: whoever makes it read them often with keys that do not exist stops nobody whose key is known.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {
    private static final int MAX_BYTES = 256 * 1024;
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration OUTLIVE_PROVIDER = Duration.ofHours(4);

    /** Longer than two attempts to read them: whoever needs them meanwhile hears how it went. */
    private static final Duration WAIT = Duration.ofMillis(5L * Provider.TIMEOUT_MILLIS);

    private final JWKSource<SecurityContext> known;
    private volatile boolean unread;

    ProviderKeys(URL place) {
        this.known = JWKSourceBuilder.create(new Place(place))
                .cache(FRESH.toMillis(), WAIT.toMillis())
                .retrying(true)
                .outageTolerant(OUTLIVE_PROVIDER.toMillis())
                .build();
    }

    /**
     * Those that fit; none where the provider has none.
     *
     * @throws KeySourceException if none that is known fits, and whether the provider has one cannot be told now
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        List<JWK> fitting = known.get(selector, context);
        if (fitting.isEmpty() && unread) {
            throw new JWKSetUnavailableException("the keys of the identity provider could not be read");
        }
        return fitting;
    }

    /** Where the provider has its keys, and whether they could be read there the last time. */
    private final class Place extends URLBasedJWKSetSource<SecurityContext> {

        Place(URL place) {
            super(place, new Retriever());
        }

        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
                throws KeySourceException {
            try {
                JWKSet keys = super.getJWKSet(refresh, currentTime, context);
                unread = false;
                return keys;
            } catch (KeySourceException e) {
                unread = true;
                throw e;
            }
        }
    }

    /** Reads where the provider says that they are, and nowhere that somebody there leads to. */
    private static final class Retriever extends DefaultResourceRetriever {

        Retriever() {
            super(Provider.TIMEOUT_MILLIS, Provider.TIMEOUT_MILLIS, MAX_BYTES);
        }

        @Override
        protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
            HttpURLConnection connection = super.openHTTPConnection(url);
            connection.setInstanceFollowRedirects(false);
            return connection;
        }
    }
}
