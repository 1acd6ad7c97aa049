package kz.aryz.notifier.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail server: {@code smtp://host:port} (in clear), {@code starttls://} (refuses to go on in clear) or {@code smtps://}
 * (TLS from the start), with {@code user:password@} where the server wants one. Shows neither user nor password.
 *
 * @param security how the connection is protected
 * @param credentials user and password; empty to send without signing in
 */
public record SmtpAddress(Security security, String host, int port, Optional<Credentials> credentials) {

    /** How a connection is protected. The name in lower case is the URL's scheme. */
    public enum Security {
        SMTP(25),
        STARTTLS(587),
        SMTPS(465);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    /** What the server is told to know us by. */
    public record Credentials(String user, String password) {

        @Override
        public String toString() {
            return "Credentials[...]";
        }
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is no address of a mail server; the text is not repeated
     */
    public static SmtpAddress parse(String text) {
        URI uri = URI.create(text);
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("no scheme or no host");
        }
        Security security = Security.valueOf(uri.getScheme().toUpperCase(Locale.ROOT));
        int port = uri.getPort() == -1 ? security.port : uri.getPort();
        return new SmtpAddress(
                security,
                uri.getHost(),
                port,
                Optional.ofNullable(uri.getRawUserInfo()).map(SmtpAddress::credentials));
    }

    private static Credentials credentials(String userInfo) {
        List<String> parts = List.of(userInfo.split(":", 2));
        if (parts.size() != 2) {
            throw new IllegalArgumentException("a user without a password");
        }
        return new Credentials(decoded(parts.get(0)), decoded(parts.get(1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
