package kz.aryz.quickstart.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import kz.aryz.quickstart.demo.Narrative.Kind;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The stories that ship with the demonstration. */
final class Narratives {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Narratives() {}

    static List<Narrative> read() {
        InputStream stream = Objects.requireNonNull(
                Narratives.class.getResourceAsStream("/kz/aryz/quickstart/demo/narratives.csv"), "narratives.csv");
        try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).stream().map(Narratives::narrative).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The stories of the demonstration cannot be read", e);
        }
    }

    private static Narrative narrative(CSVRecord row) {
        return new Narrative(row.get("language"), Kind.valueOf(row.get("kind")), row.get("text"));
    }
}
