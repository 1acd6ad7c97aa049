package kz.aryz.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandsTest {

    private static final String COMPLAINT = """
            {"narrative": "Его избили в камере", "declaredTypes": ["PROPERTY"], "facilityCode": "KZ-35-SIZO-1",
             "accusedBodyCodes": ["KUIS"], "incidentFrom": "2022-01-06", "inCustodyNow": true,
             "victims": [{"fullName": "Test Person", "ageBand": "25_34"}],
             "consents": {"transmitToProsecutor": "GIVEN"}}
            """;

    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void routesAComplaintFromAFile() throws IOException {
        int code = run(new RouteCommand(), complaint(), "--received", "2022-01-20T06:00:00Z", "--json");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("\"class\":\"A\"", "\"priority\":\"P1\"", "\"unit\":\"ANTIKOR.KZ-35\"")
                .contains("\"profile\":\"KZ-2022\"", "\"facilityType\":\"SIZO_KUIS\"");
    }

    @Test
    void letsAnOptionStandInForAField() throws IOException {
        run(
                new RouteCommand(),
                complaint(),
                "--received",
                "2026-01-20T06:00:00Z",
                "--accused",
                "PROSECUTOR",
                "--incident",
                "2026-01-19");

        assertThat(out.toString()).contains("unit      COMMISSIONER");
    }

    @Test
    void classifiesWithoutAFile() {
        int code = run(new ClassifyCommand(), "--narrative", "Азаптады", "--type", "PROPERTY", "--json");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("\"class\":\"A\"", "\"signs\":[\"TORTURE\"]");
    }

    @Test
    void repeatsNothingOfTheContent() throws IOException {
        run(new RouteCommand(), complaint());
        run(new ClassifyCommand(), complaint());

        assertThat(out.toString()).doesNotContain("избили", "Test Person");
    }

    private String complaint() throws IOException {
        return Files.writeString(folder.resolve("complaint.json"), COMPLAINT).toString();
    }

    private int run(Callable<Integer> command, String... arguments) {
        return new CommandLine(command).setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
