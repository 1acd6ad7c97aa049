package kz.aryz.system.shipped;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** Private keys, passwords and other secrets, in the forms in which Aryz and its tools keep them in files. */
final class Secrets {

    private static final String NAME = ".*\\.(secret|password)";

    /** What is drawn by lot, in Base64 or hexadecimal; passwords that somebody thought of are shorter. */
    private static final String DRAWN = "[A-Za-z0-9+/_-]{32,}=*";

    private static final List<Pattern> FORMS = List.of(
            // PEM, as it is or as a string in a program.
            Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\\s\\\\rn\"+]*[A-Za-z0-9+/]{40}"),
            // Tink's JSON of a keyset in clear.
            Pattern.compile("keyMaterialType[\\\\\"\\s]+:[\\\\\"\\s]+(ASYMMETRIC_PRIVATE|SYMMETRIC)"),
            Pattern.compile("(?i)(password|secret)[\\\\\"'\\s]*[=:][\\\\\"'\\s]*" + DRAWN),
            // Nothing else in the file.
            Pattern.compile("\\A" + DRAWN + "\\s*\\z"));

    private Secrets() {}

    /** Whether the file holds one. */
    static boolean areIn(Path file) {
        try {
            return areIn(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file of that name and content holds one. */
    static boolean areIn(String name, byte[] content) {
        String text = new String(content, ISO_8859_1);
        return name.matches(NAME)
                || FORMS.stream().anyMatch(form -> form.matcher(text).find())
                || isKeyStoreWithAKey(content);
    }

    /** Tells keys without a password; certificates alone are no secret. This type takes JKS as well as PKCS#12. */
    private static boolean isKeyStoreWithAKey(byte[] content) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), null);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | GeneralSecurityException noKeyStore) {
            return false;
        }
    }
}
