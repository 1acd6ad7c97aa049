package kz.aryz.id;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A small text file that its owner alone may read (mode 0600 or less). One that others may read is refused. */
public final class SecretFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(OWNER_READ, OWNER_WRITE);

    private SecretFile() {}

    /**
     * The text of {@code file}.
     *
     * @throws SecretFileException if it is missing, unreadable or open to others
     */
    public static String read(Path file) {
        try {
            requireOwnerOnly(file);
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new SecretFileException(file + " is missing. Put it there, or make a new set of keys in an empty "
                    + "directory with `aryz keys init --to DIR`.");
        } catch (IOException e) {
            throw new SecretFileException(file + " cannot be read: check that it belongs to this process's user.", e);
        }
    }

    /**
     * Writes a new file of mode 0600, on disk when the method returns.
     *
     * @throws SecretFileException if it is there already, or cannot be written
     */
    public static void create(Path file, String text) {
        Set<StandardOpenOption> options =
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw new SecretFileException(
                    file + " is there already. Keys are never overwritten: choose another place.");
        } catch (IOException e) {
            throw new SecretFileException(file + " cannot be written: check the directory and its owner.", e);
        }
    }

    /**
     * Replaces the text of {@code file} as {@link AtomicFile#replace} does; it keeps its owner and its mode.
     *
     * @throws SecretFileException if it is missing, open to others, or cannot be replaced
     */
    public static void replace(Path file, String text) {
        read(file);
        AtomicFile.replace(file, text);
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new SecretFileException("%s is open to others (%s). Run: chmod 600 %s"
                    .formatted(file, PosixFilePermissions.toString(permissions), file));
        }
    }
}
