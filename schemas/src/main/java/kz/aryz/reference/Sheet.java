package kz.aryz.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * The rows that a file holds, each with its line.
 *
 * @param table what the file is
 * @param rows the sound ones
 * @param unsound codes of the rows that were reported, so that what refers to them is not reported as well
 */
record Sheet<T extends SpecificRecord>(Table<T> table, List<Row<T>> rows, Set<String> unsound) {

    record Row<T>(T value, long line) {}

    static <T extends SpecificRecord> Sheet<T> of(Table<T> table, List<CsvLine> lines, Function<CsvLine, T> reader) {
        List<Row<T>> rows = new ArrayList<>();
        Set<String> unsound = new HashSet<>();
        for (CsvLine line : lines) {
            T row = reader.apply(line);
            if (line.isSound()) {
                rows.add(new Row<>(row, line.number()));
            } else {
                unsound.add(table.code(row));
            }
        }
        return new Sheet<>(table, List.copyOf(rows), Set.copyOf(unsound));
    }

    List<T> values() {
        return rows.stream().map(Row::value).toList();
    }

    /** Reports rows that hold on no day, and rows of one code, whatever its case, that hold on the same day. */
    void checkValidity(Consumer<Fault> faults) {
        for (int i = 0; i < rows.size(); i++) {
            Row<T> row = rows.get(i);
            if (table.validity(row.value()).isEmpty()) {
                faults.accept(fault(row, "valid_to is not after valid_from"));
            }
            rows.subList(0, i).stream()
                    .filter(earlier -> overlap(earlier.value(), row.value()))
                    .findFirst()
                    .ifPresent(earlier -> faults.accept(
                            fault(row, table.code(row.value()) + " holds already in line " + earlier.line())));
        }
    }

    Fault fault(Row<T> row, String message) {
        return new Fault(table.file(), row.line(), message);
    }

    private boolean overlap(T one, T other) {
        return table.code(one).equalsIgnoreCase(table.code(other))
                && table.validity(one).overlaps(table.validity(other));
    }
}
