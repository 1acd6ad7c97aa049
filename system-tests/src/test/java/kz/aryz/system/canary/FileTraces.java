package kz.aryz.system.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every file under a folder, its name included. The indexes of segments are left out: they have places, no values, and much
 * room. A file that is moved or deleted while one looks may be missed.
 */
public final class FileTraces {

    private FileTraces() {}

    public static Stream<Trace> under(Path folder) throws IOException {
        Found found = new Found(folder, new ArrayList<>());
        Files.walkFileTree(folder, found);
        return found.files().stream().flatMap(file -> traces(folder.relativize(file), file));
    }

    /** What a walk through a folder finds in which others make and delete files. */
    private record Found(Path folder, List<Path> files) implements FileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file) && !file.toString().endsWith("index")) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return goneMeanwhile(file, failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : goneMeanwhile(directory, failure);
        }

        private FileVisitResult goneMeanwhile(Path place, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException && !place.equals(folder)) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    private static Stream<Trace> traces(Path name, Path file) {
        try {
            return Stream.of(
                    new Trace("name of " + name, name.toString().getBytes(UTF_8)),
                    new Trace("file " + name, withoutRoom(Files.readAllBytes(file))));
        } catch (NoSuchFileException goneMeanwhile) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brokers make files of many megabytes of zeros and fill them later. One zero stays: a character of two bytes may end in it. */
    private static byte[] withoutRoom(byte[] bytes) {
        int end = bytes.length;
        while (end > 1 && bytes[end - 1] == 0 && bytes[end - 2] == 0) {
            end--;
        }
        return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
    }
}
