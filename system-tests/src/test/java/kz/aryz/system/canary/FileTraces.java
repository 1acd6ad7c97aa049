package kz.aryz.system.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every file under a folder, its name included. The indexes of segments are left out: they have places, no values, and much
 * room.
 */
public final class FileTraces {

    private FileTraces() {}

    public static Stream<Trace> under(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> regular = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith("index"))
                    .toList();
            return regular.stream().flatMap(file -> traces(folder.relativize(file), file));
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
