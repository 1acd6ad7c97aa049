package kz.aryz.system.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.Aryz;

/** Somebody with {@code aryz dead-letters} at hand. */
record Operator(Addresses addresses) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What came of a command.
     *
     * @param said all that it wrote
     */
    record Outcome(int code, String said) {}

    /** All that is open, by JSON. */
    List<Listed> list() throws JsonProcessingException {
        Outcome outcome = run("list", "--json");
        assertThat(outcome.code()).isZero();
        List<Listed> listed = new ArrayList<>();
        for (String line : outcome.said().lines().toList()) {
            listed.add(JSON.readValue(line, Listed.class));
        }
        return listed;
    }

    /** What is open of the record, by JSON. */
    List<Listed> list(String record) throws JsonProcessingException {
        return list().stream().filter(letter -> letter.isOf(record)).toList();
    }

    /** The same for people. */
    String listed() {
        return run("list").said();
    }

    Outcome retry(String... keys) {
        return run(Stream.concat(Stream.of("retry"), Stream.of(keys)).toArray(String[]::new));
    }

    private Outcome run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        String[] all = Stream.of(
                        Stream.of("dead-letters"),
                        Stream.of(arguments),
                        Stream.of("--bootstrap-server", addresses.bootstrapServers()))
                .flatMap(words -> words)
                .toArray(String[]::new);
        int code = Aryz.commandLine().setOut(writer).setErr(writer).execute(all);
        return new Outcome(code, said.toString());
    }
}
