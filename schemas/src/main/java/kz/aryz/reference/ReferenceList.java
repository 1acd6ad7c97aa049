package kz.aryz.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.aryz.schema.ReferenceRelease;
import kz.aryz.serde.AvroSerdes;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz reference list}: the rows of the release that services use. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Prints the rows of the published release; exits with 1 where none is complete.")
final class ReferenceList implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ReferenceClients clients = new ReferenceClients();

    @Option(names = "--table", paramLabel = "NAME", description = "Only this table, e.g. units.")
    private @Nullable String only;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (AvroSerdes serdes = clients.serdes();
                ReferenceLog log = clients.log(serdes)) {
            log.readToEnd();
            Optional<ReferenceRelease> release = log.announced().filter(log.rows()::are);
            if (release.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("no complete release of reference data: run 'aryz reference apply'");
                return 1;
            }
            print(release.get().getVersion(), log.rows().tables(serdes));
            return 0;
        }
    }

    private void print(String version, ReferenceTables tables) throws JsonProcessingException {
        for (Table<?> table : Table.all()) {
            if (only == null || only.equals(table.name())) {
                print(version, table, tables);
            }
        }
    }

    private <T extends SpecificRecord> void print(String version, Table<T> table, ReferenceTables tables)
            throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        for (T row : new Dated<>(table, tables.rows(table)).all()) {
            out.println(json ? object(version, table, row) : line(table, row));
        }
    }

    private static <T extends SpecificRecord> String line(Table<T> table, T row) {
        Validity validity = table.validity(row);
        return "%-14s %-22s %s  %-10s  %s"
                .formatted(
                        table.name(),
                        table.code(row),
                        validity.from(),
                        Objects.requireNonNullElse(validity.to(), ""),
                        RowFields.englishName(row))
                .stripTrailing();
    }

    private static String object(String version, Table<?> table, SpecificRecord row) throws JsonProcessingException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("release", version);
        object.put("table", table.name());
        object.putAll(RowFields.of(row));
        return JSON.writeValueAsString(object);
    }
}
