package kz.aryz.runtime.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.runtime.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OpenID Connect's authorization code flow with PKCE, as its relying party. The protocol is the library's. */
final class CodeFlow {
    private static final Logger LOG = LoggerFactory.getLogger(CodeFlow.class);
    private static final Scope SCOPE = new Scope("openid", "profile");

    /** How old the proof may be by which somebody signs in; one that holds for longer outlives the session that it began. */
    private static final Duration PROOF_HOLDS = Sessions.IDLE;

    /** How much older it may have become between the provider's page and its token. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(1);

    /** The validator of id tokens does not look at {@code nbf}, which a provider need not give. */
    private static final JWTClaimsSetVerifier<SecurityContext> NOT_BEFORE =
            new DefaultJWTClaimsVerifier<>(null, Set.of());

    private final Provider provider;
    private final TokenEndpoint endpoint;
    private final ClientID clientId;
    private final URI callback;

    /** {@code callback}: where the provider sends browsers back to. */
    CodeFlow(Provider provider, OidcClient client, URI callback) {
        this.provider = provider;
        this.endpoint = new TokenEndpoint(provider, client);
        this.clientId = new ClientID(client.id());
        this.callback = callback;
    }

    /**
     * Where to send the browser. Whom the provider knows, and who has not proved themselves for half an hour, must do so again: it may
     * know them for longer than a session lasts here, because pages that refresh themselves have it asked about them.
     *
     * @param again whether they must in any case
     */
    URI begin(Attempt attempt, boolean again) throws ProviderAwayException {
        AuthenticationRequest.Builder request = request(attempt).maxAge((int) PROOF_HOLDS.toSeconds());
        return (again ? request.prompt(Prompt.Type.LOGIN) : request).build().toURI();
    }

    /**
     * Where to send the browser of somebody whom the provider knows, so that they prove themselves more strongly. There is no
     * {@code max_age}: it would have them repeat the whole sign-in, and its age is checked when they are back.
     */
    URI stepUp(Attempt attempt, String acr) throws ProviderAwayException {
        return request(attempt).acrValues(List.of(new ACR(acr))).build().toURI();
    }

    private AuthenticationRequest.Builder request(Attempt attempt) throws ProviderAwayException {
        return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, clientId, callback)
                .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256);
    }

    /**
     * Takes the query that the provider sent the browser back with.
     *
     * @throws ProblemException if it belongs to another attempt, or does not let anybody in
     */
    SignedIn complete(Attempt attempt, @Nullable String answer) throws ProviderAwayException {
        AuthorizationCode code = code(attempt, answer);
        try {
            OIDCTokens tokens = endpoint.tokens(new AuthorizationCodeGrant(code, callback, attempt.verifier()));
            IDTokenClaimsSet claims = verified(tokens.getIDToken(), attempt.nonce());
            requireRecentProof(claims);
            return signedIn(claims, tokens);
        } catch (TokenEndpoint.RefusedException e) {
            LOG.warn("nobody was signed in", e);
            throw ProblemException.of(SignInProblem.STALE_SIGN_IN);
        } catch (BadJOSEException | JOSEException e) {
            throw refused(e.getClass().getSimpleName());
        }
    }

    /**
     * What the provider says today of somebody who has signed in: their roles and units may be others. How they proved who they
     * are stays what it was, because nobody proved anything. Empty where it lets them in no more; the same where it gave nothing
     * that it could be asked with.
     */
    Optional<SignedIn> confirm(SignedIn who) throws ProviderAwayException {
        if (who.refreshToken().isEmpty()) {
            return Optional.of(who);
        }
        try {
            OIDCTokens tokens = endpoint.tokens(
                    new RefreshTokenGrant(new RefreshToken(who.refreshToken().get())));
            if (tokens.getIDToken() == null) { // which OpenID Connect Core 1.0, section 12.2, allows
                return Optional.of(who);
            }
            SignedIn today = signedIn(verified(tokens.getIDToken(), null), tokens);
            return today.isSamePerson(who) ? Optional.of(who.confirmedBy(today)) : Optional.empty();
        } catch (TokenEndpoint.RefusedException e) {
            if (e.isForgotten()) {
                return Optional.empty();
            }
            throw new ProviderAwayException(e);
        } catch (BadJOSEException | JOSEException e) {
            LOG.warn(
                    "a session is over, because what the provider says of it does not count: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /**
     * Where to send the browser to end the session at the provider too; empty where there is no such place.
     *
     * @param idToken of that session; without it, the provider asks whoever is there whether they mean it
     */
    Optional<URI> end(@Nullable JWT idToken, URI afterwards) throws ProviderAwayException {
        return Optional.ofNullable(provider.metadata().getEndSessionEndpointURI())
                .map(place -> new LogoutRequest(place, idToken, null, clientId, afterwards, null, null).toURI());
    }

    private AuthorizationCode code(Attempt attempt, @Nullable String answer) {
        try {
            AuthenticationResponse response = AuthenticationResponseParser.parse(URI.create(callback + "?" + answer));
            if (!attempt.state().equals(response.getState()) || ofAnother(response)) {
                throw ProblemException.of(SignInProblem.STALE_SIGN_IN);
            }
            if (response instanceof AuthenticationSuccessResponse success && success.getAuthorizationCode() != null) {
                return success.getAuthorizationCode();
            }
            throw refused("the provider refused");
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw ProblemException.of(SignInProblem.STALE_SIGN_IN);
        }
    }

    /** A provider that says who it is (RFC 9207) must be the one that was asked. */
    private boolean ofAnother(AuthenticationResponse response) {
        return response.getIssuer() != null && !response.getIssuer().equals(provider.issuer());
    }

    /** It was asked for such a proof. One that does not say how old it is has it from just now. */
    private static void requireRecentProof(IDTokenClaimsSet verified) {
        Instant proved =
                new StaffClaims(verified.toJSONObject()).proofAtSignIn().at();
        Instant said = verified.getIssueTime().toInstant();
        if (said.isAfter(proved.plus(PROOF_HOLDS).plus(ON_THE_WAY))) {
            throw refused("they have proved who they are too long ago");
        }
    }

    private SignedIn signedIn(IDTokenClaimsSet verified, OIDCTokens tokens) {
        StaffClaims claims = new StaffClaims(verified.toJSONObject());
        return new SignedIn(
                claims.person(
                        provider.issuer().getValue(), verified.getSubject().getValue()),
                claims.name(),
                claims.proofAtSignIn(),
                Optional.ofNullable(verified.getSessionID()).map(Identifier::getValue),
                tokens.getIDToken().serialize(),
                Optional.ofNullable(tokens.getRefreshToken()).map(Identifier::getValue));
    }

    private IDTokenClaimsSet verified(@Nullable JWT idToken, @Nullable Nonce nonce)
            throws ProviderAwayException, BadJOSEException, JOSEException {
        if (idToken == null) {
            throw refused("there is no id token");
        }
        try {
            IDTokenClaimsSet verified =
                    new IDTokenValidator(provider.issuer(), clientId, provider.keys(), null).validate(idToken, nonce);
            NOT_BEFORE.verify(verified.toJWTClaimsSet(), null);
            return verified;
        } catch (ParseException e) {
            throw new BadJOSEException("the claims of the id token are not in order", e);
        } catch (KeySourceException e) {
            throw new ProviderAwayException(e);
        }
    }

    /** {@code why} must be free of what a token says. */
    private static ProblemException refused(String why) {
        LOG.warn("nobody was signed in: {}", why);
        return ProblemException.of(SignInProblem.REFUSED);
    }
}
