package kz.aryz.serde;

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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The schemas of every release, as each module keeps its own on the class path:
 * {@code kz/aryz/released/<version>/*.avsc}.
 */
public final class ReleasedSchemas {

    private static final String ROOT = "kz/aryz/released";

    private ReleasedSchemas() {}

    /** All of them, those within others not among them; none before the first release. */
    public static List<Schema> load() {
        try {
            ClassLoader loader = ReleasedSchemas.class.getClassLoader();
            return Collections.list(loader.getResources(ROOT)).stream()
                    .flatMap(root -> load(root).stream())
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Those of the named record, whether they stand by themselves or within others. */
    public static Set<Schema> of(String fullName) {
        Set<Schema> found = new HashSet<>();
        Set<Schema> seen = new HashSet<>();
        load().forEach(schema -> collect(fullName, schema, found, seen));
        return found;
    }

    private static void collect(String fullName, Schema schema, Set<Schema> found, Set<Schema> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema)) {
                    if (schema.getFullName().equals(fullName)) {
                        found.add(schema);
                    }
                    schema.getFields().forEach(field -> collect(fullName, field.schema(), found, seen));
                }
            }
            case UNION -> schema.getTypes().forEach(branch -> collect(fullName, branch, found, seen));
            case ARRAY -> collect(fullName, schema.getElementType(), found, seen);
            case MAP -> collect(fullName, schema.getValueType(), found, seen);
            default -> {
                // Nothing stands within it.
            }
        }
    }

    /** Those under {@code root}, a directory on disk or in a jar. */
    static List<Schema> load(URL root) {
        try {
            URLConnection connection = root.openConnection();
            if (connection instanceof JarURLConnection jar) {
                Path file = Path.of(URI.create(jar.getJarFileURL().toString()));
                try (FileSystem inJar = FileSystems.newFileSystem(file)) {
                    return parse(inJar.getPath(ROOT));
                }
            }
            return parse(Path.of(URI.create(root.toString())));
        } catch (IOException e) {
            throw unreadable(e);
        }
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
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The released schemas of this build cannot be read", e);
    }
}
