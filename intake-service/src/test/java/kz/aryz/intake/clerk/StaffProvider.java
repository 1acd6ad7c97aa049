package kz.aryz.intake.clerk;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import kz.aryz.access.Person;
import kz.aryz.runtime.signin.OidcClient;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** An identity provider that lets in whom a test says. */
final class StaffProvider implements AutoCloseable {

    private static final String NAME = "aryz";
    private static final String CLIENT = "intake-service";

    private final MockOAuth2Server server = new MockOAuth2Server();

    StaffProvider() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    URI issuer() {
        return server.issuerUrl(NAME).uri();
    }

    OidcClient client() {
        return new OidcClient(issuer(), CLIENT, "a secret of the test, longer than 32 characters");
    }

    /** The next one who signs in. */
    void nextIs(String subject, String role) {
        Map<String, Object> claims = Map.of("roles", List.of(role), "name", subject, "body", "COMMISSIONER");
        server.enqueueCallback(new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(CLIENT), claims, 3_600));
    }

    /** What stands for somebody in records. */
    String pseudonym(String subject) {
        return Person.pseudonym(issuer().toString(), subject);
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
