package kz.aryz.quickstart.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A token of a client that an identity provider knows, such as {@code aryz} at the Keycloak of compose. */
final class ClientOptions {

    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "URL",
            description = "Identity provider of the Aryz that is meant, as its OIDC_ISSUER has it.")
    private URI issuer = URI.create("");

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            defaultValue = "aryz",
            description = "What the script is called there. Default: ${DEFAULT-VALUE}.")
    private String clientId = "";

    @Option(
            names = "--client-secret-file",
            required = true,
            paramLabel = "FILE",
            description = "File with what it proves itself with there, and nothing else.")
    private Path secret = Path.of("");

    /** What to say differently; empty where the secret would not be sent in clear. */
    Optional<String> mistake() {
        if (issuer.getHost() == null || !("https".equals(issuer.getScheme()) || isOnThisMachine())) {
            return Optional.of("--issuer " + issuer + ": say an https address, or an http one of this machine.");
        }
        return Optional.empty();
    }

    private boolean isOnThisMachine() {
        try {
            return "http".equals(issuer.getScheme())
                    && InetAddress.getByName(issuer.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    TokenClient client() {
        return new TokenClient(issuer, clientId, secret());
    }

    URI issuer() {
        return issuer;
    }

    private String secret() {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new TokenException("The file " + secret + " cannot be read: say another with --client-secret-file.");
        }
    }
}
