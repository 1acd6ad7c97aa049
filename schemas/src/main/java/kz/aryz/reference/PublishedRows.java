package kz.aryz.reference;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kz.aryz.schema.ReferenceRelease;
import kz.aryz.schema.TableCount;
import kz.aryz.serde.AvroSerdes;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the reference topics as the records that carry them. Kept as bytes, so that the digest of a release is the
 * same for every reader, whichever version of the schemas it was built with. Mutable, for one thread.
 */
final class PublishedRows {

    private final Map<Table<?>, NavigableMap<String, byte[]>> rows = new TreeMap<>(Table.BY_NAME);

    PublishedRows() {
        Table.all().forEach(table -> rows.put(table, new TreeMap<>()));
    }

    /** The rows that a release has when it is written with these serdes. */
    static PublishedRows of(ReferenceTables tables, AvroSerdes serdes) {
        PublishedRows published = new PublishedRows();
        Table.all().forEach(table -> published.putAll(table, tables, serdes));
        return published;
    }

    /** Takes a record in: a row, or null where the row is gone. */
    void put(Table<?> table, String key, byte @Nullable [] value) {
        if (value == null) {
            of(table).remove(key);
        } else {
            of(table).put(key, value);
        }
    }

    NavigableMap<String, byte[]> rows(Table<?> table) {
        return Collections.unmodifiableNavigableMap(of(table));
    }

    /** Rows per table, sorted by table. */
    List<TableCount> counts() {
        return rows.entrySet().stream()
                .map(entry -> new TableCount(
                        entry.getKey().topic().name(), entry.getValue().size()))
                .toList();
    }

    /** Digest of all rows: table by table, each row with its key. */
    String digest() {
        ReleaseDigest digest = new ReleaseDigest();
        rows.forEach((table, content) -> {
            digest.add(table.topic().name().getBytes(StandardCharsets.UTF_8));
            content.forEach((key, value) -> {
                digest.add(key.getBytes(StandardCharsets.UTF_8));
                digest.add(value);
            });
        });
        return digest.hex();
    }

    /** Whether these are exactly the rows of the release. */
    boolean are(ReferenceRelease release) {
        return counts().equals(release.getCounts()) && digest().equals(release.getDigest());
    }

    /** The rows, read. */
    ReferenceTables tables(AvroSerdes serdes) {
        ReferenceTables tables = ReferenceTables.empty();
        for (Table<?> table : rows.keySet()) {
            tables = with(tables, table, serdes);
        }
        return tables;
    }

    private <T extends SpecificRecord> ReferenceTables with(ReferenceTables tables, Table<T> table, AvroSerdes serdes) {
        try (Deserializer<T> deserializer = serdes.deserializer(table.topic())) {
            return tables.with(
                    table,
                    of(table).values().stream()
                            .map(value -> deserializer.deserialize(table.topic().name(), value))
                            .toList());
        }
    }

    private <T extends SpecificRecord> void putAll(Table<T> table, ReferenceTables tables, AvroSerdes serdes) {
        try (Serializer<T> serializer = serdes.serializer(table.topic())) {
            for (T row : tables.rows(table)) {
                put(table, table.key(row), serializer.serialize(table.topic().name(), row));
            }
        }
    }

    private NavigableMap<String, byte[]> of(Table<?> table) {
        return rows.computeIfAbsent(table, key -> new TreeMap<>());
    }
}
