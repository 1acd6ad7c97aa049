package kz.aryz.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.aryz.registry.RegistryOptions;
import kz.aryz.schema.CaseEvent;
import kz.aryz.sealing.rotation.PartitionReading;
import kz.aryz.sealing.rotation.RotationClients;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.KafkaOptions;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz verify}: whether the events of every complaint are the ones that were written, all of them, in order. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the events of all complaints and looks whether each holds the hash of the one before it and the next"
                    + " position. An event that was changed, taken out or put in between is named by its complaint.",
            "What was cut off at the end of a chain is not found: keep what this prints, the number of events never falls.",
            "Exits with 1 where a chain is broken."
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    private final List<Break> breaks = new ArrayList<>();
    private long complaints;
    private long records;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> properties = kafka.clients();
        properties.put(AvroSerdes.REGISTRY, registry.address());
        try (AvroSerdes serdes = AvroSerdes.from(properties);
                Deserializer<CaseEvent> events = serdes.deserializer(Topics.CASE_EVENTS);
                Consumer<String, byte[]> committed = RotationClients.committed(properties)) {
            for (int partition = 0; partition < Topics.CASE_EVENTS.partitions(); partition++) {
                read(new TopicPartition(Topics.CASE_EVENTS.name(), partition), committed, new Chains(events));
            }
        }
        report();
        return breaks.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void read(TopicPartition partition, Consumer<String, byte[]> committed, Chains chains) {
        committed.assign(List.of(partition));
        committed.seekToBeginning(List.of(partition));
        new PartitionReading(committed, partition).toEnd(record -> {
            records++;
            chains.follow(record).ifPresent(breaks::add);
        });
        complaints += chains.complaints();
    }

    private void report() throws JsonProcessingException {
        if (json) {
            spec.commandLine().getOut().println(JSON.writeValueAsString(object()));
            return;
        }
        breaks.forEach(at -> spec.commandLine()
                .getErr()
                .println("broken     %s  event %d at offset %d: %s"
                        .formatted(
                                at.complaintId(),
                                at.seq(),
                                at.offset(),
                                at.kind().words())));
        spec.commandLine()
                .getOut()
                .println("%d events of %d complaints, %d breaks".formatted(records, complaints, breaks.size()));
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("complaints", complaints);
        object.put("events", records);
        object.put("breaks", breaks.stream().map(VerifyCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(Break at) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("complaintId", at.complaintId());
        object.put("seq", at.seq());
        object.put("offset", at.offset());
        object.put("kind", at.kind());
        return object;
    }
}
