package kz.aryz.system.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that is in the repository, or would be with the next commit. */
class RepositoryTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void holdsNoSecret() throws IOException {
        List<Path> files = below(ROOT, leftOut());

        assertThat(files).contains(ROOT.resolve("docker-compose.yml"), ROOT.resolve(".mvn/jvm.config"));
        assertThat(files).filteredOn(Secrets::areIn).isEmpty();
    }

    /** Names of folders that git leaves out: they hold what is built, and data. */
    private static Set<String> leftOut() throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve(".gitignore"))) {
            return Stream.concat(Stream.of(".git"), lines.map(line -> line.replaceFirst("/$", "")))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static List<Path> below(Path folder, Set<String> leftOut) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(
                folder, path -> !leftOut.contains(path.getFileName().toString()))) {
            for (Path path : inside) {
                if (Files.isDirectory(path)) {
                    files.addAll(below(path, leftOut));
                } else {
                    files.add(path);
                }
            }
        }
        return files;
    }
}
