package kz.aryz.triage.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.aryz.topic.KafkaOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz dead-letters list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists what is open, the oldest first: where it was read, who put it aside, why, when.")
final class DeadLettersList implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (DeadLetter letter : new DeadLetterLog(kafka.properties()).open()) {
            out.println(json ? object(letter) : line(letter));
        }
        return 0;
    }

    private static String line(DeadLetter letter) {
        return "%-36s %-9s %-18s %s".formatted(letter.key(), letter.service(), letter.code(), letter.at());
    }

    private static String object(DeadLetter letter) throws JsonProcessingException {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("key", letter.key());
        object.put("service", letter.service());
        object.put("code", letter.code());
        object.put("at", letter.at().toString());
        return JSON.writeValueAsString(object);
    }
}
