package kz.aryz.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz topics list}: the catalogue, asking no broker. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the catalogue of topics.")
final class TopicsList implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TopicConfigs CONFIGS = new TopicConfigs(OptionalInt.empty(), false);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        for (Topic<?> topic : Topics.catalogue()) {
            out.println(json ? JSON.writeValueAsString(object(topic)) : line(topic));
        }
        return 0;
    }

    private static String line(Topic<?> topic) {
        return "%-28s %-20s %2d  %s".formatted(topic.name(), topic.valueName(), topic.partitions(), topic.retention());
    }

    private static Map<String, Object> object(Topic<?> topic) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", topic.name());
        object.put("key", topic.key());
        object.put("value", topic.valueName());
        object.put("partitions", topic.partitions());
        object.put("partitioning", topic.partitioning());
        object.put("configs", CONFIGS.of(topic));
        object.put("flushed", topic.flushed());
        object.put("writers", topic.writers());
        object.put("readers", topic.readers());
        return object;
    }
}
