package kz.aryz.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** The rows of every table. Immutable; a table that was not given is empty. */
public final class ReferenceTables {

    private static final ReferenceTables EMPTY = new ReferenceTables(Map.of());

    private final Map<Table<?>, List<?>> rows;

    private ReferenceTables(Map<Table<?>, List<?>> rows) {
        this.rows = Map.copyOf(rows);
    }

    public static ReferenceTables empty() {
        return EMPTY;
    }

    /** These tables with the rows of one replaced. */
    public <T extends SpecificRecord> ReferenceTables with(Table<T> table, List<T> replacement) {
        Map<Table<?>, List<?>> changed = new HashMap<>(rows);
        changed.put(table, List.copyOf(replacement));
        return new ReferenceTables(changed);
    }

    /** The rows of a table, in no particular order. */
    @SuppressWarnings("unchecked") // with() puts nothing else
    public <T extends SpecificRecord> List<T> rows(Table<T> table) {
        return (List<T>) rows.getOrDefault(table, List.of());
    }
}
