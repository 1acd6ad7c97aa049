package kz.aryz.sealing;

import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;

/**
 * Every schema that a section can have been written with, by fingerprint: those of this version and those of every
 * release before it. Immutable.
 */
final class SectionSchemas {

    private final Map<String, Schema> byFingerprint;

    private SectionSchemas(Map<String, Schema> byFingerprint) {
        this.byFingerprint = Map.copyOf(byFingerprint);
    }

    /** Those of this version, and among {@code released} those of a section; other records are left out. */
    static SectionSchemas of(List<Schema> released) {
        Map<String, Schema> schemas = new HashMap<>();
        for (Section<?> section : Section.all()) {
            Schema present = SpecificData.get().getSchema(section.type());
            released.stream()
                    .filter(schema -> schema.getFullName().equals(present.getFullName()))
                    .forEach(schema -> schemas.put(fingerprint(schema), schema));
            schemas.put(fingerprint(present), present);
        }
        return new SectionSchemas(schemas);
    }

    /** The schema of that fingerprint; empty where no version up to this one had it. */
    Optional<Schema> find(String fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }

    /** SHA-256 fingerprint of the schema's parsing canonical form, 64 lower-case hexadecimal digits. */
    static String fingerprint(Schema schema) {
        try {
            return HexFormat.of().formatHex(SchemaNormalization.parsingFingerprint("SHA-256", schema));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
