package kz.aryz.reference;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file as lines of named cells: UTF-8, comma separated, the columns' names in the first line. */
final class CsvFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setTrim(true)
            .get();

    private final String name;
    private final List<String> columns;
    private final Consumer<Fault> faults;

    CsvFile(String name, List<String> columns, Consumer<Fault> faults) {
        this.name = name;
        this.columns = columns;
        this.faults = faults;
    }

    /** The lines that have as many cells as there are columns; whatever is wrong is reported. */
    List<CsvLine> lines(byte[] content) {
        try (CSVParser parser = FORMAT.parse(reader(content))) {
            if (!parser.getHeaderNames().equals(columns)) {
                faults.accept(new Fault(name, 1, "the columns must be " + String.join(",", columns)));
                return List.of();
            }
            return lines(parser);
        } catch (CharacterCodingException e) {
            faults.accept(new Fault(name, 1, "the file is not UTF-8"));
            return List.of();
        } catch (IOException e) {
            faults.accept(new Fault(name, 1, "the file is not CSV"));
            return List.of();
        }
    }

    private List<CsvLine> lines(CSVParser parser) throws IOException {
        List<CsvLine> lines = new ArrayList<>();
        try {
            for (CSVRecord cells : parser) {
                if (cells.isConsistent()) {
                    lines.add(new CsvLine(name, parser.getCurrentLineNumber(), cells, faults));
                } else {
                    String message = cells.size() + " cells where there are " + columns.size() + " columns";
                    faults.accept(new Fault(name, parser.getCurrentLineNumber(), message));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return lines;
    }

    /** Strict about UTF-8, lenient about a byte order mark. */
    private static Reader reader(byte[] content) throws IOException {
        int start = content.length >= 3 && content[0] == (byte) 0xEF && content[1] == (byte) 0xBB ? 3 : 0;
        ByteArrayInputStream bytes = new ByteArrayInputStream(content, start, content.length - start);
        return new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
    }
}
