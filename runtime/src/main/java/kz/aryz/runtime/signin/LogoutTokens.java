package kz.aryz.runtime.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kz.aryz.runtime.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logout tokens (OpenID Connect Back-Channel Logout 1.0): signed by the provider, meant for this service, made just now, and
 * each taken once. Signature and claims are the library's to check: {@code iss}, {@code aud}, {@code iat}, {@code exp}, {@code
 * jti}, {@code events}, {@code sid} or {@code sub}, and no {@code nonce}, so that neither an id token nor an access token is one.
 */
final class LogoutTokens {
    private static final Logger LOG = LoggerFactory.getLogger(LogoutTokens.class);

    /** How old a token may be. So long its id is remembered. */
    static final Duration HOLDS = Duration.ofMinutes(2);

    /** How far the provider's clock may be ahead. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Providers may name the type in the header, and need not; the claim {@code events} tells what it is. */
    private static final boolean TYPE_REQUIRED = false;

    private final Provider provider;
    private final ClientID clientId;
    private final Clock clock;
    private final Map<String, Instant> taken = new HashMap<>();

    LogoutTokens(Provider provider, String clientId, Clock clock) {
        this.provider = provider;
        this.clientId = new ClientID(clientId);
        this.clock = clock;
    }

    /**
     * What the token says.
     *
     * @throws ProblemException if it does not count, or was taken before
     */
    Ended take(String token) throws ProviderAwayException {
        LogoutTokenClaimsSet claims = verified(token);
        Instant now = clock.instant();
        Instant madeAt = claims.getIssueTime().toInstant();
        if (madeAt.isBefore(now.minus(HOLDS)) || madeAt.isAfter(now.plus(SKEW)) || !isNew(claims, now)) {
            throw refused();
        }
        return Ended.of(claims);
    }

    private LogoutTokenClaimsSet verified(String token) throws ProviderAwayException {
        LogoutTokenValidator validator =
                new LogoutTokenValidator(provider.issuer(), clientId, TYPE_REQUIRED, provider.keys(), null);
        try {
            return validator.validate(JWTParser.parse(token));
        } catch (KeySourceException e) {
            throw new ProviderAwayException(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.info("a logout token was refused: {}", e.getClass().getSimpleName());
            throw refused();
        }
    }

    /** Only the provider can make an id that is kept, and none is kept for longer than its token could count. */
    private synchronized boolean isNew(LogoutTokenClaimsSet claims, Instant now) {
        taken.values().removeIf(until -> until.isBefore(now));
        return taken.putIfAbsent(claims.getJWTID().getValue(), now.plus(HOLDS).plus(SKEW)) == null;
    }

    static ProblemException refused() {
        return ProblemException.of(SignInProblem.BAD_LOGOUT);
    }
}
