package kz.aryz.runtime.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import kz.aryz.runtime.config.ConfigurationException;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.Format;
import kz.aryz.runtime.config.Variable;

/** The variables of every service that staff sign in to. */
public final class SignInVariables {
    private static final Variable<Optional<URI>> ISSUER = Variable.optional(
            "OIDC_ISSUER",
            "identity provider that staff sign in with (OpenID Connect); without one nobody signs in and everybody is let in",
            "none",
            Format.URL);

    private static final Variable<Optional<String>> CLIENT_SECRET = Variable.optional(
            "OIDC_CLIENT_SECRET",
            "what this service proves itself with, at the provider and to its other instances; random, 32 characters or more",
            "none",
            Format.TEXT);

    private final Variable<String> clientId;

    /** {@code service}: what the service is called at a provider where nothing else is said. */
    public SignInVariables(String service) {
        this.clientId = Variable.withDefault(
                "OIDC_CLIENT_ID",
                "id of this service at the provider; bearer tokens must carry it as their audience",
                service,
                Format.TEXT);
    }

    /** In the order of the documentation. */
    public List<Variable<?>> all() {
        return List.of(ISSUER, clientId, CLIENT_SECRET);
    }

    /**
     * Empty where nobody signs in. {@code environment} must have read {@link #all}.
     *
     * @throws ConfigurationException for a provider without a secret, or a secret without a provider
     */
    public Optional<OidcClient> client(Environment environment) {
        Optional<URI> issuer = environment.get(ISSUER);
        Optional<String> secret = environment.get(CLIENT_SECRET);
        if (issuer.isPresent() != secret.isPresent()) {
            throw new ConfigurationException(
                    List.of(ISSUER.name() + ", " + CLIENT_SECRET.name() + ": set both or none"));
        }
        return issuer.map(url -> new OidcClient(url, environment.get(clientId), secret.orElseThrow()));
    }
}
