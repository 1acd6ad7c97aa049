package kz.aryz.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import kz.aryz.id.PermanentSecret;

/**
 * Makes the keysets and the permanent secret of a new installation, each service's in a directory of its own with just
 * what it may hold. Never overwrites.
 */
public final class KeyMaker {

    private static final List<String> SERVICES = List.of("intake", "triage", "notifier");

    private final Path target;

    /** @param target directory that will hold {@code intake}, {@code triage}, {@code notifier} and {@code secret} */
    public KeyMaker(Path target) {
        this.target = target;
    }

    /**
     * Makes everything.
     *
     * @throws java.nio.file.FileAlreadyExistsException if any of it is there; nothing is changed then
     */
    public void make() throws IOException, GeneralSecurityException {
        Files.createDirectories(target);
        byte[] secret = new byte[PermanentSecret.MINIMUM_BYTES];
        new SecureRandom().nextBytes(secret);
        write(target.resolve("secret"), HexFormat.of().formatHex(secret) + "\n", "rw-------");
        for (String service : SERVICES) {
            Files.createDirectory(
                    target.resolve(service),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        for (Recipient recipient : Recipient.values()) {
            KeysetHandle keyset = Cryptography.newRecipientKey();
            writePublic(recipient, keyset);
            writePrivate(recipient, keyset);
        }
    }

    private void writePublic(Recipient recipient, KeysetHandle keyset) throws IOException, GeneralSecurityException {
        String json = TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                keyset.getPublicKeysetHandle(), Cryptography.HYBRID);
        for (String service : SERVICES) {
            write(KeysetDirectory.publicFile(target.resolve(service), recipient), json, "rw-r--r--");
        }
    }

    private void writePrivate(Recipient recipient, KeysetHandle keyset) throws IOException, GeneralSecurityException {
        Path directory = target.resolve(
                switch (recipient) {
                    case TRIAGE -> "triage";
                    case COMMISSIONER -> "notifier";
                });
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, Cryptography.HYBRID, InsecureSecretKeyAccess.get());
        write(KeysetDirectory.privateFile(directory, recipient), json, "rw-------");
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
