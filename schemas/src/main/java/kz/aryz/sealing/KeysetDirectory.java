package kz.aryz.sealing;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.aryz.id.AtomicFile;
import kz.aryz.id.SecretFile;
import kz.aryz.id.SecretFileException;

/**
 * A directory of keysets: {@code TRIAGE.public.json} and the like for every recipient, {@code TRIAGE.private.json}
 * (mode 0600, in clear or encrypted) for those its owner may open for. A file is only ever made or replaced whole.
 */
final class KeysetDirectory {

    private static final StandardOpenOption[] NEW_AND_ON_DISK = {
        StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC
    };

    private static final String LOCK = ".lock";

    private final Path directory;
    private final PrivateKeysetFormat format;

    /** One whose private keysets lie in clear. */
    KeysetDirectory(Path directory) {
        this(new KeyLocation(directory, Optional.empty()));
    }

    KeysetDirectory(KeyLocation location) {
        this.directory = location.directory();
        this.format = new PrivateKeysetFormat(location.kek());
    }

    static String publicName(Recipient recipient) {
        return recipient + ".public.json";
    }

    static String privateName(Recipient recipient) {
        return recipient + ".private.json";
    }

    Keysets load() {
        Map<Recipient, KeysetHandle> publicKeys = new EnumMap<>(Recipient.class);
        Map<Recipient, Supplier<KeysetHandle>> privateKeys = new EnumMap<>(Recipient.class);
        for (Recipient recipient : Recipient.values()) {
            publicKeys.put(recipient, readPublic(recipient));
            if (holdsPrivate(recipient)) {
                Supplier<KeysetHandle> keyset = new FollowedKeyset(privateFile(recipient), recipient, format);
                privateKeys.put(recipient, keyset);
                requirePair(recipient, keyset.get());
            }
        }
        return new Keysets(publicKeys, privateKeys);
    }

    /** What a command does to the keysets. */
    @FunctionalInterface
    interface Work {

        /** Returns the command's exit code. */
        int run() throws IOException;
    }

    /**
     * Does {@code work} while no other command changes these keysets.
     *
     * @throws SecretFileException if another one is at it
     */
    int alone(Work work) throws IOException {
        try (FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!isLocked(channel)) {
                throw new SecretFileException(
                        "Another command is changing the keys in " + directory + ": wait for its end.");
            }
            return work.run();
        }
    }

    /** The lock goes with the channel, and with the process. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Whether the private keyset of {@code recipient} is here. */
    boolean holdsPrivate(Recipient recipient) {
        return Files.exists(privateFile(recipient));
    }

    Path publicFile(Recipient recipient) {
        return directory.resolve(publicName(recipient));
    }

    Path privateFile(Recipient recipient) {
        return directory.resolve(privateName(recipient));
    }

    /** Writes each of {@code keysets} into this directory, which must not have any of them. */
    void create(Keysets keysets) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<Recipient, KeysetHandle> entry : keysets.publicKeys().entrySet()) {
            String json = publicJson(entry.getValue());
            Files.writeString(directory.resolve(publicName(entry.getKey())), json, NEW_AND_ON_DISK);
        }
        keysets.privateKeys().forEach((recipient, keyset) -> createPrivate(recipient, keyset.get()));
    }

    /** Writes the private keyset of {@code recipient}, which must not be here. */
    void createPrivate(Recipient recipient, KeysetHandle keyset) {
        SecretFile.create(privateFile(recipient), format.write(recipient, keyset));
    }

    /**
     * Puts {@code keyset} in the place of the one that is here; owner and mode stay.
     *
     * @throws SecretFileException if what is to be written could not be read again; the former one is then in place
     */
    void replacePrivate(Recipient recipient, KeysetHandle keyset) {
        Path file = privateFile(recipient);
        String text = format.write(recipient, keyset);
        if (!format.read(recipient, text, file).equalsKeyset(keyset)) {
            throw new SecretFileException(file + " would not hold what it is to hold; it was left as it is.");
        }
        SecretFile.replace(file, text);
    }

    /** Puts {@code keyset} in the place of the one that is here, unless it is the same. */
    void replacePublic(Recipient recipient, KeysetHandle keyset) {
        if (!readPublic(recipient).equalsKeyset(keyset)) {
            AtomicFile.replace(publicFile(recipient), publicJson(keyset));
        }
    }

    /**
     * Keeps the private keyset of {@code recipient}, as it is now, under its name and {@code suffix}, once.
     *
     * @return the copy, of mode 0600 as well
     */
    Path keepPrivate(Recipient recipient, String suffix) {
        Path copy = directory.resolve(privateName(recipient) + suffix);
        String text = SecretFile.read(privateFile(recipient));
        if (!Files.exists(copy) || !SecretFile.read(copy).equals(text)) {
            SecretFile.create(copy, text);
        }
        return copy;
    }

    KeysetHandle readPrivate(Recipient recipient) {
        return new FollowedKeyset(privateFile(recipient), recipient, format).get();
    }

    KeysetHandle readPublic(Recipient recipient) {
        Path file = publicFile(recipient);
        try {
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(Files.readString(file), Tink.HYBRID);
        } catch (IOException e) {
            throw new SecretFileException(file + " is missing or cannot be read: every service holds the public "
                    + "keyset of every recipient. `aryz keys init --to DIR` makes a new set.");
        } catch (GeneralSecurityException e) {
            throw new SecretFileException(file + " is not a public keyset: put back the one made with the others.");
        }
    }

    /** What is sealed with the public keyset's primary key must be openable; older keys need not be public any more. */
    void requirePair(Recipient recipient, KeysetHandle privateKeyset) {
        KeysetHandle publicKeyset = readPublic(recipient);
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
            throw new SecretFileException(privateFile(recipient) + " is not a private keyset.");
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
}
