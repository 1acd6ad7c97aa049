package kz.aryz.runtime.signin;

import java.net.URI;

/**
 * What this service is to an identity provider.
 *
 * @param issuer the provider, as its tokens name it
 * @param id the service's own id there; tokens for the service's API carry it as their audience
 * @param secret what it proves itself with; all instances of the service have the same
 */
public record OidcClient(URI issuer, String id, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcClient[issuer=" + issuer + ", id=" + id + ", secret=redacted]";
    }
}
