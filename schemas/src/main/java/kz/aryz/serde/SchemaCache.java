package kz.aryz.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import kz.aryz.id.Sha256;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of schema ids: {@code <topic>.<SHA-256 of the schema>.id} holds the id to write with, {@code <id>.avsc} the
 * schema to read with. Several processes may share it. A folder that cannot be written is no reason to refuse work.
 */
final class SchemaCache {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaCache.class);

    private final Path dir;

    SchemaCache(Path dir) {
        this.dir = dir;
    }

    Optional<Integer> id(String topic, Schema schema) {
        return read(idFile(topic, schema)).map(Integer::valueOf);
    }

    Optional<Schema> schema(int id) {
        return read(schemaFile(id)).map(text -> new Schema.Parser().parse(text));
    }

    void keep(String topic, Schema schema, int id) {
        write(idFile(topic, schema), Integer.toString(id));
    }

    void keep(int id, Schema schema) {
        write(schemaFile(id), schema.toString());
    }

    private Path idFile(String topic, Schema schema) {
        return dir.resolve(topic + "." + sha256(schema.toString()) + ".id");
    }

    private Path schemaFile(int id) {
        return dir.resolve(id + ".avsc");
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, String content) {
        try {
            Files.createDirectories(dir);
            Path unfinished = Files.createTempFile(dir, "schema", ".tmp");
            Files.writeString(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Schema ids cannot be kept in {}; a restart without the registry would not write", dir, e);
        }
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(UTF_8)));
    }
}
