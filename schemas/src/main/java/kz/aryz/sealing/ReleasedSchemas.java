package kz.aryz.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schemas of every release, as they are kept on the class path: {@code kz/aryz/released/<version>/*.avsc}. */
final class ReleasedSchemas {

    private static final String ROOT = "/kz/aryz/released";

    private ReleasedSchemas() {}

    /** All of them; none before the first release. */
    static List<Schema> load() {
        URL root = ReleasedSchemas.class.getResource(ROOT);
        try {
            return root == null ? List.of() : load(root);
        } catch (IOException e) {
            throw new UncheckedIOException("The released schemas of this build cannot be read", e);
        }
    }

    /** Those under {@code root}, a directory on disk or in a jar. */
    static List<Schema> load(URL root) throws IOException {
        URLConnection connection = root.openConnection();
        if (connection instanceof JarURLConnection jar) {
            Path file = Path.of(URI.create(jar.getJarFileURL().toString()));
            try (FileSystem inJar = FileSystems.newFileSystem(file)) {
                return parse(inJar.getPath(ROOT));
            }
        }
        return parse(Path.of(URI.create(root.toString())));
    }

    private static List<Schema> parse(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .map(ReleasedSchemas::parseFile)
                    .toList();
        }
    }

    private static Schema parseFile(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
