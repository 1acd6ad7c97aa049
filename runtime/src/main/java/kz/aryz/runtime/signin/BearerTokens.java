package kz.aryz.runtime.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import kz.aryz.runtime.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens of programs (RFC 6750, RFC 9068): signed by the provider, meant for this service, in force now and no longer
 * than {@link Sessions#ABSOLUTE} from now, for nothing ends one sooner. An id token is none, though it has the same signature and audience: it carries the nonce of a sign-in, or Keycloak's mark; nor is a
 * logout token.
 */
final class BearerTokens {
    private static final Logger LOG = LoggerFactory.getLogger(BearerTokens.class);
    private static final String SCHEME = "Bearer ";
    private static final Set<String> REQUIRED = Set.of("sub", "exp");
    /** What the provider's other tokens say, id tokens and logout tokens. */
    private static final Set<String> OF_OTHERS = Set.of("nonce", "at_hash", "c_hash", "events");

    private final Provider provider;
    private final DefaultJWTClaimsVerifier<SecurityContext> claims;

    BearerTokens(Provider provider, String audience, Clock clock) {
        this.provider = provider;
        this.claims = new Claims(provider.issuer().getValue(), audience, clock);
    }

    /**
     * Who sends the token.
     *
     * @throws ProblemException if there is none, or none that counts
     */
    Caller.Program program(@Nullable String authorization) throws ProviderAwayException {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused("Bearer");
        }
        JWTClaimsSet verified =
                verified(authorization.substring(SCHEME.length()).strip());
        StaffClaims said = new StaffClaims(verified.getClaims());
        return new Caller.Program(
                said.person(provider.issuer().getValue(), verified.getSubject()), said.name(), said.proof());
    }

    private JWTClaimsSet verified(String token) throws ProviderAwayException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(provider.keys());
        processor.setJWTClaimsSetVerifier(claims);
        try {
            return processor.process(SignedJWT.parse(token), null);
        } catch (KeySourceException e) {
            throw new ProviderAwayException(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.info("a token was refused: {}", e.getClass().getSimpleName());
            throw refused("Bearer error=\"invalid_token\"");
        }
    }

    private static ProblemException refused(String challenge) {
        return ProblemException.with(SignInProblem.UNAUTHENTICATED, Map.of("WWW-Authenticate", challenge));
    }

    /** The claims that must be there, and those that must not. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
        private final Clock clock;

        Claims(String issuer, String audience, Clock clock) {
            super(Set.of(audience), new JWTClaimsSet.Builder().issuer(issuer).build(), REQUIRED, OF_OTHERS);
            this.clock = clock;
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
            super.verify(claims, context);
            if (claims.getExpirationTime().toInstant().isAfter(clock.instant().plus(Sessions.ABSOLUTE))) {
                throw new BadJWTException("in force for longer than a session");
            }
            Object kind = claims.getClaim("typ");
            if (kind != null && !"Bearer".equals(kind)) {
                throw new BadJWTException("not an access token");
            }
        }
    }
}
