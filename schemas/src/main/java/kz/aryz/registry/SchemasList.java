package kz.aryz.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz schemas list}: the subjects of this version, asking no registry. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Prints every subject and its record.")
final class SchemasList implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "One JSON object a line, with the schema.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        for (Subject subject : Subject.all()) {
            out.println(json ? object(subject) : line(subject));
        }
        return 0;
    }

    private static String line(Subject subject) {
        return "%-34s %s".formatted(subject.name(), subject.schema().getName());
    }

    private static String object(Subject subject) throws JsonProcessingException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("subject", subject.name());
        object.put("record", subject.schema().getFullName());
        object.put("schema", JSON.readTree(subject.schema().toString()));
        return JSON.writeValueAsString(object);
    }
}
