package kz.aryz.shredding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import kz.aryz.id.ComplaintNumber;
import kz.aryz.reference.PublishedReference;
import kz.aryz.registry.RegistryOptions;
import kz.aryz.sealing.Section;
import kz.aryz.sealing.rotation.RotationClients;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.KafkaOptions;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.ProducerFencedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code aryz shred}: makes sections of a complaint unreadable for ever, if that is allowed. */
@Command(
        name = "shred",
        mixinStandardHelpOptions = true,
        description = {
            "Destroys the data keys of sections of a complaint, which makes them unreadable for everybody and for ever, if"
                    + " two bodies approved it, nothing forbids it and the time to think again is over. It decides by what"
                    + " is on record; nothing that is said here changes that.",
            "What was sealed stays, and so do the events about it and every number. What came after the approvals stays"
                    + " readable until it is approved too.",
            "Exits with 1 where it was refused, and says what is missing; also where something is left that came after the"
                    + " approvals, and stays readable."
        })
public final class ShredCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SECTIONS = Section.pathsOfComplaints();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "COMPLAINT", description = "Number of the complaint, or its id.")
    private String complaint = "";

    @Option(
            names = "--section",
            required = true,
            paramLabel = "SECTION",
            description = "What to destroy: identity, account or note; may be repeated.")
    private Set<String> sections = Set.of();

    @Option(names = "--dry-run", description = "Only decides; changes nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    private final Clock clock;

    public ShredCommand() {
        this(Clock.systemUTC());
    }

    /** @param clock tells how long ago something was approved */
    public ShredCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        sections.stream()
                .filter(section -> !SECTIONS.contains(section))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "There is no section " + unknown + " to destroy: " + new TreeSet<>(SECTIONS));
                });
        Map<String, Object> properties = kafka.clients();
        properties.put(AvroSerdes.REGISTRY, registry.address());
        try (AvroSerdes serdes = AvroSerdes.from(properties)) {
            Optional<Matters.Terms> terms = PublishedReference.read(properties, serdes)
                    .flatMap(reference -> Matters.Terms.of(reference, clock.instant()));
            if (terms.isEmpty()) {
                complain("The reference data does not say how long to wait: run 'aryz reference apply' first.");
                return ExitCode.SOFTWARE;
            }
            RotationClients clients = new RotationClients(properties, serdes, TransactionalIds.SHRED);
            return destroy(clients, serdes, new Destruction(clients, serdes, terms.get(), clock));
        }
    }

    private int destroy(RotationClients clients, AvroSerdes serdes, Destruction destruction)
            throws JsonProcessingException {
        try {
            Optional<String> id = id(clients, serdes);
            return report(
                    id.isEmpty()
                            ? new Outcome.Unknown()
                            : dryRun ? destruction.rehearse(id.get(), sections) : destruction.run(id.get(), sections));
        } catch (ProducerFencedException e) {
            complain("Another destruction was begun, and this one has done nothing.");
            return ExitCode.SOFTWARE;
        }
    }

    private Optional<String> id(RotationClients clients, AvroSerdes serdes) {
        Optional<ComplaintNumber> number = ComplaintNumber.parse(complaint);
        if (number.isEmpty()) {
            return Optional.of(complaint);
        }
        try (Consumer<String, byte[]> committed = clients.committed()) {
            return new ComplaintReading(committed, serdes).find(number.get());
        }
    }

    private int report(Outcome outcome) throws JsonProcessingException {
        switch (outcome) {
            case Outcome.Destroyed destroyed -> {
                if (json) {
                    say(JSON.writeValueAsString(object(destroyed)));
                } else {
                    say(destroyed);
                }
                return destroyed.later().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
            }
            case Outcome.Refused refused -> {
                if (json) {
                    say(JSON.writeValueAsString(Map.of("outcome", "REFUSED", "reasons", refused.reasons())));
                } else {
                    refused.reasons().forEach(reason -> complain("refused    " + reason + ": " + reason.advice()));
                }
            }
            case Outcome.Unknown unknown -> failed("UNKNOWN", "There is no complaint " + complaint + ".");
            case Outcome.Contended contended ->
                failed("CONTENDED", "Nothing was destroyed: others keep writing about the complaint. Run this again.");
            case Outcome.BackAgain back ->
                failed(
                        "BACK_AGAIN",
                        "Somebody wrote destroyed keys anew, from a dead letter or a copy. Run this again: "
                                + String.join(" ", back.keyRefs()));
        }
        return ExitCode.SOFTWARE;
    }

    private void say(Outcome.Destroyed destroyed) {
        destroyed.keyRefs().forEach(keyRef -> say((dryRun ? "would destroy  " : "destroyed  ") + keyRef));
        destroyed.later().forEach(keyRef -> say("left       " + keyRef + "  came after it was approved"));
        if (destroyed.keyRefs().isEmpty()) {
            say("nothing to destroy");
        } else if (!dryRun) {
            say(
                    ("From now on nobody opens them. Their bytes are gone from the brokers' disks within %d hours, where notifier"
                                    + " runs; those in a dead letter after up to seven days, and not before another one comes.")
                            .formatted(Bound.WITHIN.toHours()));
        }
    }

    private Map<String, Object> object(Outcome.Destroyed destroyed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("outcome", destroyed.keyRefs().isEmpty() ? "NOTHING" : dryRun ? "WOULD_DESTROY" : "DESTROYED");
        object.put("keys", destroyed.keyRefs());
        object.put("left", destroyed.later());
        return object;
    }

    private void failed(String code, String sentence) throws JsonProcessingException {
        if (json) {
            say(JSON.writeValueAsString(Map.of("outcome", code)));
        }
        complain(sentence);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private void complain(String line) {
        spec.commandLine().getErr().println(line);
    }
}
