package kz.aryz.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Keysets as files of one directory, Tink's JSON format: {@code <RECIPIENT>.public.json} for everybody that is sealed
 * for, {@code <RECIPIENT>.private.json} only where sections are opened. Addressed by a URI, so that another scheme can
 * name a key management service: Tink's {@code KmsClient} then decrypts the same files.
 */
public final class KeysetDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path directory;

    private KeysetDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * The directory that a URI names.
     *
     * @throws IllegalArgumentException if the scheme is not {@code file} or there is no such directory
     */
    public static KeysetDirectory at(URI uri) {
        if (!"file".equals(uri.getScheme())) {
            throw new IllegalArgumentException("ARYZ_KEYS must be a URI of a directory, e.g. file:///etc/aryz/keys");
        }
        Path directory = Path.of(uri.getPath());
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    "ARYZ_KEYS names a directory that does not exist; `aryz keys init --to DIR` makes keysets");
        }
        return new KeysetDirectory(directory);
    }

    /** The public keysets of all recipients. */
    public Map<Recipient, KeysetHandle> publicKeysets() throws IOException, GeneralSecurityException {
        Map<Recipient, KeysetHandle> keysets = new EnumMap<>(Recipient.class);
        for (Recipient recipient : Recipient.values()) {
            String json = Files.readString(publicFile(directory, recipient));
            keysets.put(recipient, TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(json, Cryptography.HYBRID));
        }
        return keysets;
    }

    /**
     * The private keyset of a recipient.
     *
     * @throws IOException if it is not there, or others than its owner may read it
     */
    public KeysetHandle privateKeyset(Recipient recipient) throws IOException, GeneralSecurityException {
        Path file = privateFile(directory, recipient);
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("Others than its owner may use " + file.getFileName() + "; chmod 600 it");
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), Cryptography.HYBRID, InsecureSecretKeyAccess.get());
    }

    static Path publicFile(Path directory, Recipient recipient) {
        return directory.resolve(recipient.name() + ".public.json");
    }

    static Path privateFile(Path directory, Recipient recipient) {
        return directory.resolve(recipient.name() + ".private.json");
    }
}
