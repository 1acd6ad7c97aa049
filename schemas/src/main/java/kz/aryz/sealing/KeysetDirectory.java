package kz.aryz.sealing;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import kz.aryz.id.SecretFile;
import kz.aryz.id.SecretFileException;

/**
 * A directory of keysets: {@code TRIAGE.public.json} and the like for every recipient, {@code TRIAGE.private.json}
 * (mode 0600) for those its owner may open for.
 */
final class KeysetDirectory {

    private static final StandardOpenOption[] NEW_AND_ON_DISK = {
        StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC
    };

    private final Path directory;

    KeysetDirectory(Path directory) {
        this.directory = directory;
    }

    static String publicName(Recipient recipient) {
        return recipient + ".public.json";
    }

    static String privateName(Recipient recipient) {
        return recipient + ".private.json";
    }

    Keysets load() {
        Map<Recipient, KeysetHandle> publicKeys = new EnumMap<>(Recipient.class);
        Map<Recipient, KeysetHandle> privateKeys = new EnumMap<>(Recipient.class);
        for (Recipient recipient : Recipient.values()) {
            publicKeys.put(recipient, readPublic(recipient));
            if (Files.exists(directory.resolve(privateName(recipient)))) {
                privateKeys.put(recipient, readPrivate(recipient));
                requirePair(recipient, privateKeys.get(recipient), publicKeys.get(recipient));
            }
        }
        return new Keysets(publicKeys, privateKeys);
    }

    /** Writes each of {@code keysets} into this directory, which must not have any of them. */
    void create(Keysets keysets) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<Recipient, KeysetHandle> entry : keysets.publicKeys().entrySet()) {
            String json = publicJson(entry.getValue());
            Files.writeString(directory.resolve(publicName(entry.getKey())), json, NEW_AND_ON_DISK);
        }
        for (Map.Entry<Recipient, KeysetHandle> entry : keysets.privateKeys().entrySet()) {
            SecretFile.create(directory.resolve(privateName(entry.getKey())), privateJson(entry.getValue()));
        }
    }

    private KeysetHandle readPublic(Recipient recipient) {
        Path file = directory.resolve(publicName(recipient));
        try {
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file), Tink.HYBRID);
        } catch (IOException e) {
            throw new SecretFileException(file + " is missing or cannot be read: every service holds the public "
                    + "keyset of every recipient. `aryz keys init --to DIR` makes a new set.");
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(file + " is not a public keyset: put back the one made with the others.");
        }
    }

    private KeysetHandle readPrivate(Recipient recipient) {
        Path file = directory.resolve(privateName(recipient));
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(SecretFile.read(file), Tink.HYBRID, Tink.secretKeyAccess());
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(file + " is not a private keyset: put back the one made with the others.");
        }
    }

    /** What is sealed with the public keyset's primary key must be openable; older keys need not be public any more. */
    private void requirePair(Recipient recipient, KeysetHandle privateKeyset, KeysetHandle publicKeyset) {
        try {
            KeysetHandle own = privateKeyset.getPublicKeysetHandle();
            boolean pair = IntStream.range(0, own.size())
                    .anyMatch(index -> own.getAt(index)
                            .getKey()
                            .equalsKey(publicKeyset.getPrimary().getKey()));
            if (pair) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(directory.resolve(privateName(recipient)) + " is not a private keyset.");
        }
        throw new SecretFileException(("%s and %s in %s are not a pair: what is sealed with the one cannot be opened "
                        + "with the other. Put back the two that were made together.")
                .formatted(publicName(recipient), privateName(recipient), directory));
    }

    private static String publicJson(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keyset, Tink.HYBRID);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A public keyset can always be written", e);
        }
    }

    private static String privateJson(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, Tink.HYBRID, Tink.secretKeyAccess());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A keyset can always be written", e);
        }
    }
}
