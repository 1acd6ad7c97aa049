package kz.aryz.sealing;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import kz.aryz.id.SecretFileException;

/**
 * Where keysets lie: {@code file:///etc/aryz/keys/triage}, or {@code file:///etc/aryz/keys/triage?kek=URI} where private
 * ones are encrypted.
 *
 * @param directory the directory with the files
 * @param kek URI, as Tink's clients know it, of the key in a key management service that private keysets are encrypted
 *     with; empty where they lie in clear
 */
record KeyLocation(Path directory, Optional<String> kek) {

    private static final String KEK = "kek=";

    /** @throws SecretFileException if it names no directory, or something else in its query than {@code kek} */
    static KeyLocation of(URI location) {
        if (!"file".equals(location.getScheme())) {
            throw refused("not from scheme " + location.getScheme());
        }
        if (location.getPath() == null || location.getAuthority() != null) {
            throw refused("and its path is absolute");
        }
        return new KeyLocation(
                Path.of(location.getPath()),
                Optional.ofNullable(location.getQuery()).map(KeyLocation::kek));
    }

    /** A URI or a path, as a person gives it to a command. */
    static KeyLocation parse(String text) {
        try {
            return text.startsWith("file:") ? of(URI.create(text)) : new KeyLocation(Path.of(text), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw refused("and its special characters are escaped");
        }
    }

    private static String kek(String query) {
        if (!query.startsWith(KEK) || query.length() == KEK.length()) {
            throw refused("with nothing after it but ?kek= and the URI of a key");
        }
        return query.substring(KEK.length());
    }

    private static SecretFileException refused(String why) {
        return new SecretFileException("Keysets are read from a file: URI of a directory, " + why
                + ". Examples: file:///etc/aryz/keys/triage, file:///etc/aryz/keys/triage?kek=gcp-kms://projects/...");
    }
}
