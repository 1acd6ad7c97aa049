package kz.aryz.sealing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * Contents of sections as bytes: Avro binary, the schema known by its SHA-256 parsing fingerprint. Knows the present
 * schema of every section and those of every release before.
 */
final class SectionCodec {

    private static final Map<String, Schema> BY_FINGERPRINT = knownSchemas();

    private SectionCodec() {}

    static String fingerprint(Schema schema) {
        try {
            return HexFormat.of().formatHex(SchemaNormalization.parsingFingerprint("SHA-256", schema));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform offers SHA-256", e);
        }
    }

    static Optional<Schema> byFingerprint(String fingerprint) {
        return Optional.ofNullable(BY_FINGERPRINT.get(fingerprint));
    }

    static <T extends SpecificRecord> byte[] encode(Section<T> section, T content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<T>(section.schema()).write(content, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static <T extends SpecificRecord> T decode(Section<T> section, Schema writer, byte[] bytes) throws IOException {
        SpecificDatumReader<T> reader = new SpecificDatumReader<>(writer, section.schema());
        return section.type().cast(reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
    }

    private static Map<String, Schema> knownSchemas() {
        Map<String, Schema> schemas = new HashMap<>();
        for (Section<?> section : Section.all()) {
            Optional<Schema> released = released(1, section);
            for (int release = 2; released.isPresent(); release++) {
                schemas.put(fingerprint(released.get()), released.get());
                released = released(release, section);
            }
            schemas.put(fingerprint(section.schema()), section.schema());
        }
        return Map.copyOf(schemas);
    }

    private static Optional<Schema> released(int release, Section<?> section) {
        String resource =
                "/kz/aryz/released/" + release + "/" + section.schema().getName() + ".avsc";
        try (InputStream stream = SectionCodec.class.getResourceAsStream(resource)) {
            return stream == null ? Optional.empty() : Optional.of(new Schema.Parser().parse(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("A released schema cannot be read: " + resource, e);
        }
    }
}
