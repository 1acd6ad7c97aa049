package kz.aryz.triage.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The complaint that a command decides about: a file, and options that stand in for its fields. */
final class ComplaintOptions {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A complaint as JSON, as it is posted to /api/v1/complaints; - for standard input.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--narrative", paramLabel = "TEXT", description = "What happened.")
    private @Nullable String narrative;

    @Option(names = "--type", paramLabel = "CODE", description = "A declared type, e.g. TORTURE; repeatable.")
    private List<String> types = List.of();

    @Option(names = "--facility", paramLabel = "CODE", description = "Where it happened, e.g. KZ-75-SIZO-1.")
    private @Nullable String facility;

    @Option(names = "--region", paramLabel = "CODE", description = "Region, e.g. KZ-75.")
    private @Nullable String region;

    @Option(names = "--accused", paramLabel = "CODE", description = "An accused body, e.g. MIA; repeatable.")
    private List<String> accused = List.of();

    @Option(names = "--incident", paramLabel = "DATE", description = "First day of the incident, e.g. 2022-01-06.")
    private @Nullable String incident;

    @Option(
            names = "--consent",
            paramLabel = "VALUE",
            description = "Consent to hand the identity to the prosecution: GIVEN, REFUSED, NOT_ASKED.")
    private @Nullable String consent;

    ComplaintJson complaint() throws IOException {
        ObjectNode complaint = JSON.createObjectNode();
        if (file.isPresent()) {
            complaint = object(file.get());
        }
        put(complaint, "narrative", narrative);
        put(complaint, "facilityCode", facility);
        put(complaint, "regionCode", region);
        put(complaint, "incidentFrom", incident);
        put(complaint, "declaredTypes", types);
        put(complaint, "accusedBodyCodes", accused);
        if (consent != null) {
            complaint.withObject("/consents").put("transmitToProsecutor", consent);
        }
        return new ComplaintJson(complaint);
    }

    private static ObjectNode object(Path file) throws IOException {
        String text = file.toString().equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(file);
        if (JSON.readTree(text) instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("the complaint is not a JSON object");
    }

    private static void put(ObjectNode complaint, String field, @Nullable String value) {
        if (value != null) {
            complaint.put(field, value);
        }
    }

    private static void put(ObjectNode complaint, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(complaint.putArray(field)::add);
        }
    }

    static String line(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value);
    }
}
