package kz.aryz.runtime.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kz.aryz.id.Sha256;

/**
 * What this service is to an identity provider.
 *
 * @param issuer the provider, as its tokens name it and browsers reach it
 * @param discovery where this service reads what the provider says of itself, its other endpoints among it
 * @param id the service's own id there; tokens for the service's API carry it as their audience
 * @param stepUpAcr authentication context that stands for a step-up there
 * @param confirmEvery how often it is asked whether who has signed in is still let in, and is what they were
 * @param secret what it proves itself with; all instances of the service have the same
 */
public record OidcClient(URI issuer, URI discovery, String id, String stepUpAcr, Duration confirmEvery, String secret) {
    /** What the realm that comes with Aryz calls a step-up. */
    static final String STEP_UP_ACR = "step-up";

    static final Duration CONFIRM_EVERY = Duration.ofMinutes(5);

    /** Of a provider that services reach at the same address as browsers. */
    public OidcClient(URI issuer, String id, String secret) {
        this(issuer, discoveryOf(issuer), id, STEP_UP_ACR, CONFIRM_EVERY, secret);
    }

    /** Where OpenID Connect Discovery puts it. */
    static URI discoveryOf(URI issuer) {
        return URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }

    /** A key of 256 bits for one purpose, which all instances of the service have and nobody else: HMAC-SHA-256 under the secret. */
    byte[] key(String purpose) {
        return Sha256.hmac(
                Sha256.key(secret.getBytes(StandardCharsets.UTF_8)),
                (purpose + " of " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcClient[issuer=" + issuer + ", id=" + id + ", secret=redacted]";
    }
}
