package kz.aryz.runtime.signin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            "identity provider that staff sign in with (OpenID Connect); without one nobody signs in: everybody on this machine is let"
                    + " in, and nobody where `ARYZ_BIND` is another address than its own loopback",
            "none",
            Format.URL);

    private static final Variable<Optional<URI>> DISCOVERY = Variable.optional(
            "OIDC_DISCOVERY",
            "provider's discovery document, for a service that reaches the provider under another address than browsers do;"
                    + " it must name `OIDC_ISSUER`",
            "at the issuer",
            Format.URL);

    private static final Variable<String> STEP_UP_ACR = Variable.withDefault(
            "OIDC_STEP_UP_ACR",
            "authentication context (`acr`) that the provider is asked for when somebody must prove themselves anew; it must ask"
                    + " for the proof each time",
            OidcClient.STEP_UP_ACR,
            Format.TEXT);

    private static final Variable<Duration> CONFIRM_EVERY = Variable.withDefault(
            "OIDC_CONFIRM_EVERY",
            "how often the provider is asked whether somebody who has signed in is still let in, and is what they were",
            OidcClient.CONFIRM_EVERY.toString(),
            Format.DURATION);

    private static final Variable<Optional<String>> CLIENT_SECRET = Variable.optional(
            "OIDC_CLIENT_SECRET",
            "what this service proves itself with, at the provider and to its other instances; random, 32 characters or more",
            "none",
            Format.TEXT);

    private static final Variable<Optional<Path>> CLIENT_SECRET_FILE = Variable.optional(
            "OIDC_CLIENT_SECRET_FILE", "file with that secret, instead of `OIDC_CLIENT_SECRET`", "none", Format.FILE);

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
        return List.of(ISSUER, DISCOVERY, clientId, CLIENT_SECRET, CLIENT_SECRET_FILE, STEP_UP_ACR, CONFIRM_EVERY);
    }

    /**
     * Empty where nobody signs in. {@code environment} must have read {@link #all}.
     *
     * @throws ConfigurationException for a provider without a secret, a secret without a provider, or a file without a secret
     */
    public Optional<OidcClient> client(Environment environment) {
        Optional<URI> issuer = environment.get(ISSUER);
        Optional<String> secret = secret(environment);
        if (issuer.isPresent() != secret.isPresent()) {
            throw new ConfigurationException(
                    List.of(ISSUER.name() + ", " + CLIENT_SECRET.name() + ": set both or none"));
        }
        return issuer.map(url -> new OidcClient(
                url,
                environment.get(DISCOVERY).orElseGet(() -> OidcClient.discoveryOf(url)),
                environment.get(clientId),
                environment.get(STEP_UP_ACR),
                environment.get(CONFIRM_EVERY),
                secret.orElseThrow()));
    }

    private static Optional<String> secret(Environment environment) {
        Optional<String> secret = environment.get(CLIENT_SECRET);
        return secret.isPresent() ? secret : environment.get(CLIENT_SECRET_FILE).map(SignInVariables::read);
    }

    private static String read(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException unreadable) {
            // What it says is what is said below.
        }
        throw new ConfigurationException(List.of(CLIENT_SECRET_FILE.name()
                + ": set the path of a file that this process can read, with the secret in it"));
    }
}
