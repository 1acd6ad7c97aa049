package kz.aryz.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A part of a backup while it is written: under another name than its own, which it gets in one step once everything is on
 * disk. Nobody but the owner reads it. One that was not finished is removed when it is closed.
 */
final class UnfinishedPart implements AutoCloseable {

    private static final FileAttribute<?> FOLDER_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE_MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path target;
    private final Path folder;

    private UnfinishedPart(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /** @throws BackupException if something lies at {@code target} already */
    static UnfinishedPart create(Path target) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        if (Files.exists(place) && !isEmptyFolder(place)) {
            throw new BackupException(place + " is not empty. Name a folder that is not there yet: a backup never"
                    + " overwrites another one.");
        }
        Path unfinished = place.resolveSibling("." + place.getFileName() + ".unfinished");
        if (Files.exists(unfinished)) {
            throw new BackupException(unfinished
                    + " is left from a backup that came to no end. Remove it, unless one is being taken now.");
        }
        Files.createDirectories(place.resolveSibling(""));
        return new UnfinishedPart(place, Files.createDirectory(unfinished, FOLDER_MODE));
    }

    private static boolean isEmptyFolder(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return false;
        }
        try (Stream<Path> content = Files.list(place)) {
            return content.findAny().isEmpty();
        }
    }

    /** A new file of the part; what is written to it is on disk when it is closed. */
    OutputStream file(String name) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(name), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE_MODE);
        return new ForcedOutput(Channels.newOutputStream(channel), channel);
    }

    /** Says what the part holds, with checksums of everything, and gives it its name. */
    void finish(Manifest manifest) throws IOException {
        write(StoredPart.MANIFEST, manifest.json());
        write(Checksums.FILE, Checksums.of(folder).text());
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel parent = FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
            parent.force(true);
        }
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = file(name)) {
            out.write(text.getBytes(UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.walk(folder)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
