package kz.aryz.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The files that reference data is kept in: one CSV file per table, the settings of profiles, and the version. */
public final class ReferenceFiles {

    static final String RELEASE_FILE = "release.csv";

    /** Versions of all releases that ever came with Aryz. */
    static final Set<String> ISSUED = Set.of("2026.1", "2026.2");

    private final Source source;
    private final NavigableSet<Fault> faults = new TreeSet<>();

    private ReferenceFiles(Source source) {
        this.source = source;
    }

    /** Reads the files that come with Aryz. */
    public static Reading bundled() {
        return new ReferenceFiles(ReferenceFiles::resource).read();
    }

    /** Reads the files of a folder. */
    public static Reading in(Path folder) {
        return new ReferenceFiles(name -> file(folder.resolve(name))).read();
    }

    /** What reading the files came to. */
    public sealed interface Reading {

        /**
         * The files are a release.
         *
         * @param version its name
         * @param tables its rows
         */
        record Complete(String version, ReferenceTables tables) implements Reading {

            public Reference reference() {
                return new Reference(version, tables);
            }
        }

        /**
         * The files are no release.
         *
         * @param faults everything that is wrong, by file and line
         */
        record Faulty(List<Fault> faults) implements Reading {

            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    private Reading read() {
        Sheets sheets = new Sheets(
                sheet(Table.REGIONS, Rows.REGION_COLUMNS, Rows::region),
                sheet(Table.BODIES, Rows.BODY_COLUMNS, Rows::body),
                sheet(Table.FACILITY_TYPES, Rows.FACILITY_TYPE_COLUMNS, Rows::facilityType),
                sheet(Table.FACILITIES, Rows.FACILITY_COLUMNS, Rows::facility),
                sheet(Table.UNITS, Rows.UNIT_COLUMNS, Rows::unit),
                sheet(Table.PROFILES, Rows.PROFILE_COLUMNS, Rows::profile),
                sheet(Table.ADDRESSEES, Rows.ADDRESSEE_COLUMNS, Rows::addressee));
        Settings settings = new Settings(lines(Settings.FILE, Settings.COLUMNS));
        String version = version();
        ReferenceTables tables = sheets.tables(settings.complete(sheets.profiles(), faults::add));
        new CrossCheck(sheets, faults::add).run();
        return faults.isEmpty() ? new Reading.Complete(version, tables) : new Reading.Faulty(List.copyOf(faults));
    }

    private <T extends SpecificRecord> Sheet<T> sheet(
            Table<T> table, List<String> columns, Function<CsvLine, T> reader) {
        return Sheet.of(table, lines(table.file(), columns), reader);
    }

    private String version() {
        List<CsvLine> lines = lines(RELEASE_FILE, List.of("version"));
        if (lines.size() != 1) {
            faults.add(new Fault(RELEASE_FILE, 1, "one line with the version of the release is needed"));
            return "";
        }
        return lines.getFirst().text("version");
    }

    private List<CsvLine> lines(String file, List<String> columns) {
        return source.content(file)
                .map(content -> new CsvFile(file, columns, faults::add).lines(content))
                .orElseGet(() -> {
                    faults.add(new Fault(file, 1, "the file is missing"));
                    return List.of();
                });
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream stream = ReferenceFiles.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Optional<byte[]> file(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private interface Source {
        Optional<byte[]> content(String name);
    }
}
