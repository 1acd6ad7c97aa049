package kz.aryz.runtime.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;

/** An identity provider that answers over HTTP and signs with a key that a test can change. */
final class TestProvider implements AutoCloseable {
    static final String AUDIENCE = "test-service";
    static final String SECRET = "a secret of the test, longer than 32 characters";

    private static final String NAME = "aryz";
    private static final String BODY = "COMMISSIONER";

    private final ChangingKey keys = new ChangingKey();
    private final Queue<MockResponse> tokens = new ConcurrentLinkedQueue<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean keysHidden;
    private final MockWebServerWrapper http = new MockWebServerWrapper();
    private final MockOAuth2Server server = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(keys), Set.of(), http));

    TestProvider() {
        server.start(InetAddress.getLoopbackAddress(), 0);
        http.getMockWebServer()
                .setDispatcher(new Prepared(http.getMockWebServer().getDispatcher()));
    }

    URI issuer() {
        return server.issuerUrl(NAME).uri();
    }

    URI endSession() {
        return server.endSessionEndpointUrl(NAME).uri();
    }

    OidcClient client() {
        return new OidcClient(issuer(), AUDIENCE, SECRET);
    }

    /** The next one who signs in. */
    void nextIs(String subject, String... roles) {
        Map<String, Object> claims = Map.of("roles", List.of(roles), "name", subject, "body", BODY);
        server.enqueueCallback(new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(AUDIENCE), claims, 3_600));
    }

    /** The next one who signs in, and how and when the provider says that they did. */
    void nextProves(String subject, String acr, Instant at, String... roles) {
        Map<String, Object> claims = Map.of(
                "roles", List.of(roles), "name", subject, "body", BODY, "acr", acr, "auth_time", at.getEpochSecond());
        server.enqueueCallback(new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(AUDIENCE), claims, 3_600));
    }

    /** The next one who signs in, and what the provider calls the session in which they do. */
    void nextInSession(String subject, String session, String acr, Instant at, String... roles) {
        Map<String, Object> claims = Map.of(
                "roles",
                List.of(roles),
                "name",
                subject,
                "body",
                BODY,
                "sid",
                session,
                "acr",
                acr,
                "auth_time",
                at.getEpochSecond());
        server.enqueueCallback(new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(AUDIENCE), claims, 3_600));
    }

    /** What the next code, or the next question about a session, is answered with. */
    void nextTokens(String idToken) {
        nextAnswer(200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}");
    }

    /** Likewise, as of somebody whom it does not know any more. */
    void nextIsForgotten() {
        nextAnswer(400, "{\"error\":\"invalid_grant\"}");
    }

    void nextAnswer(int status, String body) {
        tokens.add(new MockResponse()
                .setResponseCode(status)
                .setHeader("Content-Type", "application/json")
                .setBody(body));
    }

    /** A token that is in order, for an hour. */
    JWTClaimsSet.Builder claims(String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .subject("program")
                .audience(AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(3_600)))
                .claim("body", BODY)
                .claim("roles", List.of(roles));
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, JOSEObjectType.JWT, keys.current);
    }

    String signed(JWTClaimsSet claims, JOSEObjectType type) {
        return signed(claims, type, keys.current);
    }

    /** With another key that says it was the provider's. */
    String forged(JWTClaimsSet claims) {
        return signed(claims, JOSEObjectType.JWT, newKey(keys.current.getKeyID()));
    }

    /** With a key that it never had, and that does not say otherwise. */
    String signedByStranger(JWTClaimsSet claims) {
        return signed(claims, JOSEObjectType.JWT, newKey("a stranger's"));
    }

    String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** With the client's secret, which is no key of the provider. */
    String signedBySecret(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(SECRET));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    void changeKey() {
        keys.current = newKey("next");
    }

    /** From now on it answers everything but the question for its keys. */
    void hideKeys() {
        keysHidden = true;
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static String signed(JWTClaimsSet claims, JOSEObjectType type, RSAKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(type)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2_048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class ChangingKey extends KeyProvider {
        private volatile RSAKey current = newKey("first");

        @Override
        public JWK signingKey(String issuer) {
            return current;
        }
    }

    /** How often it was asked for tokens. */
    int questions() {
        return questions.get();
    }

    /** Answers who wants tokens as it was told to, and everything else as usual. */
    private final class Prepared extends Dispatcher {
        private final Dispatcher usual;

        Prepared(Dispatcher usual) {
            this.usual = usual;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            String path = String.valueOf(request.getPath());
            if (keysHidden && path.endsWith("/jwks")) {
                return new MockResponse().setResponseCode(503);
            }
            if (!path.endsWith("/token")) {
                return usual.dispatch(request);
            }
            questions.incrementAndGet();
            MockResponse prepared = tokens.poll();
            return prepared == null ? usual.dispatch(request) : prepared;
        }
    }
}
