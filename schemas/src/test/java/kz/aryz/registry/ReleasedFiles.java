package kz.aryz.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the schemas of every release lie: {@code <version>/<record>.avsc}. They never change. */
final class ReleasedFiles {

    static final Path ROOT = Path.of("src/main/resources/kz/aryz/released");

    private ReleasedFiles() {}

    static List<Path> all() {
        if (Files.notExists(ROOT)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
