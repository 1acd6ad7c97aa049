package kz.aryz.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An OpenID Connect provider that asks nobody for a password: who signs in says who they are. */
public final class LocalIdentityProvider extends LocalServer {

    private static final String NAME = "identity-provider";
    private static final String HOST = "127.0.0.1";
    private static final int HEAP_MEGABYTES = 64;

    private final Installation installation;
    private final Path folder;
    private final int port;
    private final String page;
    private final List<String> audience;

    /**
     * A provider that is not started yet.
     *
     * @param folder where it runs
     * @param logs folder of what the provider itself has to say
     * @param port where browsers and services ask it
     * @param page what people choose an account on, as HTML
     * @param audience whom the tokens of scripts are for
     */
    public LocalIdentityProvider(
            Installation installation, Path folder, Path logs, int port, String page, List<String> audience) {
        super(NAME, installation, logs);
        this.installation = installation;
        this.folder = folder;
        this.port = port;
        this.page = page;
        this.audience = List.copyOf(audience);
    }

    /** The provider on that port of this machine, as its tokens name it. */
    public static URI issuer(int port) {
        return URI.create("http://localhost:" + port + "/" + IdentityProviderSettings.ISSUER);
    }

    @Override
    void prepare() {
        Folders.create(folder);
        try {
            Files.writeString(page(), page);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the page of the identity provider to " + folder, e);
        }
    }

    private Path page() {
        return folder.resolve("accounts.html");
    }

    @Override
    JavaProgram program() {
        Map<String, String> environment = Map.of(
                "SERVER_HOSTNAME",
                HOST,
                "SERVER_PORT",
                String.valueOf(port),
                "JSON_CONFIG",
                IdentityProviderSettings.of(page(), audience),
                "LOG_LEVEL",
                "WARN");
        return new JavaProgram(
                NAME,
                HEAP_MEGABYTES,
                List.of(),
                List.of(
                        "-cp",
                        installation.identityProviderClasspath(),
                        "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt"),
                environment,
                folder);
    }

    @Override
    boolean answers() {
        return new HttpProbe(URI.create(issuer(port) + "/.well-known/openid-configuration")).answers();
    }
}
