package kz.aryz.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Consumer;
import kz.aryz.schema.Names;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file. A cell that cannot be understood is reported and makes the line unsound; what is then returned for it
 * must not be used.
 */
final class CsvLine {

    private final String file;
    private final long number;
    private final CSVRecord cells;
    private final Consumer<Fault> faults;
    private boolean sound = true;

    CsvLine(String file, long number, CSVRecord cells, Consumer<Fault> faults) {
        this.file = file;
        this.number = number;
        this.cells = cells;
        this.faults = faults;
    }

    long number() {
        return number;
    }

    boolean isSound() {
        return sound;
    }

    String text(String column) {
        String text = cells.get(column);
        if (text.isEmpty()) {
            fault(column + " is missing");
        }
        return text;
    }

    @Nullable
    String optional(String column) {
        String text = cells.get(column);
        return text.isEmpty() ? null : text;
    }

    List<String> words(String column) {
        String text = cells.get(column);
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

    boolean flag(String column) {
        String text = text(column);
        if (!text.isEmpty() && !text.equals("yes") && !text.equals("no")) {
            fault(column + " is neither yes nor no");
        }
        return text.equals("yes");
    }

    LocalDate date(String column) {
        String text = text(column);
        return text.isEmpty() ? LocalDate.EPOCH : parsed(column, text);
    }

    @Nullable
    LocalDate optionalDate(String column) {
        String text = cells.get(column);
        return text.isEmpty() ? null : parsed(column, text);
    }

    Names names() {
        return new Names(text("name_kk"), text("name_ru"), text("name_en"));
    }

    void fault(String message) {
        sound = false;
        faults.accept(new Fault(file, number, message));
    }

    private LocalDate parsed(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            fault(column + " is not a date like 2022-06-08");
            return LocalDate.EPOCH;
        }
    }
}
