package kz.aryz.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/** The rows of one table, found by code and day. Immutable. */
final class Dated<T extends SpecificRecord> {

    private final Table<T> table;
    private final Map<String, List<T>> byCode;

    Dated(Table<T> table, Collection<T> rows) {
        this(table, rows, Comparator.naturalOrder());
    }

    private Dated(Table<T> table, Collection<T> rows, Comparator<String> codes) {
        this.table = table;
        this.byCode = new TreeMap<>(codes);
        rows.forEach(row -> byCode.computeIfAbsent(table.code(row), code -> new ArrayList<>())
                .add(row));
    }

    /** The rows, found by their codes in capitals and in small letters: as people write them. */
    static <T extends SpecificRecord> Dated<T> inAnyCase(Table<T> table, Collection<T> rows) {
        return new Dated<>(table, rows, String.CASE_INSENSITIVE_ORDER);
    }

    /** The row of that code that holds on that day. */
    Optional<T> at(String code, LocalDate date) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(row -> table.validity(row).contains(date))
                .findFirst();
    }

    /** The rows of that code that hold on some day from the first to the last one, by first day. */
    List<T> during(String code, LocalDate first, LocalDate last) {
        return byCode.getOrDefault(code, List.of()).stream()
                .filter(row -> table.validity(row).meets(first, last))
                .sorted(Comparator.comparing(row -> table.validity(row).from()))
                .toList();
    }

    /** The day until which the row of that code that holds on that day does so; empty where there is none. */
    Optional<LocalDate> heldUntil(String code, LocalDate date) {
        return at(code, date)
                .map(row -> Objects.requireNonNullElse(table.validity(row).to(), LocalDate.MAX));
    }

    /** All rows that hold on that day, by code. */
    List<T> at(LocalDate date) {
        return byCode.values().stream()
                .flatMap(List::stream)
                .filter(row -> table.validity(row).contains(date))
                .toList();
    }

    /** All rows, by code and first day. */
    List<T> all() {
        return byCode.values().stream()
                .flatMap(rows -> rows.stream()
                        .sorted(Comparator.comparing(row -> table.validity(row).from())))
                .toList();
    }

    /** The days on which some row begins or ends. */
    NavigableSet<LocalDate> changes() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (T row : all()) {
            Validity validity = table.validity(row);
            days.add(validity.from());
            if (validity.to() != null) {
                days.add(validity.to());
            }
        }
        return days;
    }
}
