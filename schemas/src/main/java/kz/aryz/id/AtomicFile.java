package kz.aryz.id;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** A file whose text changes in one step: whoever reads it, or finds it after a crash, has the former or the new text, whole. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Replaces the text of {@code file}, which must be there. Owner, group and mode stay as they are. The new text is on
     * disk when the method returns.
     *
     * @throws SecretFileException if it cannot be replaced; the former text is then in place
     */
    public static void replace(Path file, String text) {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try {
                SecretFile.create(fresh, text);
                giveAttributes(file, fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
            force(file.toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            throw new SecretFileException(
                    file + " cannot be replaced: run this as the owner of the file, and check its directory.", e);
        }
    }

    private static void giveAttributes(Path from, Path to) throws IOException {
        PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        view.setOwner(attributes.owner());
        view.setGroup(attributes.group());
        view.setPermissions(attributes.permissions());
    }

    /** A rename is on disk when its directory is. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
