package kz.aryz.triage.decision;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFiles;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.triage.classification.Classification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz route}: who would get a complaint, on any day. */
@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        description = {
            "Says which class, priority and unit a complaint would get and by which rules. Sends nothing and keeps"
                    + " nothing.",
            "Uses reference data from files, so that changed tables can be tried before they are published."
        })
public final class RouteCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ComplaintOptions options = new ComplaintOptions();

    @Option(names = "--received", paramLabel = "INSTANT", description = "Time of receipt, UTC. Default: now.")
    private @Nullable Instant received;

    @Option(
            names = "--decided",
            paramLabel = "INSTANT",
            description = "Time of the decision, UTC. Default: the time of receipt.")
    private @Nullable Instant decided;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Folder with reference data. Default: the files that come with Aryz.")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    /** The command, by the machine's clock. */
    public RouteCommand() {
        this(Clock.systemUTC());
    }

    RouteCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        return switch (from.map(ReferenceFiles::in).orElseGet(ReferenceFiles::bundled)) {
            case Reading.Complete release -> print(decide(release.reference()));
            case Reading.Faulty faulty -> {
                faulty.faults().forEach(spec.commandLine().getErr()::println);
                yield 1;
            }
        };
    }

    private Decision decide(Reference reference) throws IOException {
        ComplaintJson complaint = options.complaint();
        Instant receivedAt = received == null ? clock.instant() : received;
        Instant decidedAt = decided == null ? receivedAt : decided;
        return new Decisions(reference, Classification.standard())
                .decide(complaint.account(), complaint.transmitToProsecutor(), receivedAt, decidedAt);
    }

    private int print(Decision decision) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ComplaintOptions.line(fields(decision)));
        } else {
            lines(decision).forEach((name, value) -> out.println("%-10s%s".formatted(name, value)));
        }
        return 0;
    }

    private static Map<String, String> lines(Decision decision) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "class",
                decision.allegation().allegationClass() + " ("
                        + decision.allegation().primaryType() + ")");
        lines.put("priority", decision.prioritised().priority().name());
        lines.put("unit", decision.route().unit());
        lines.put("profile", decision.circumstances().profile().code());
        lines.put("reference", decision.referenceVersion());
        lines.put("rules", String.join(" ", rules(decision)));
        lines.put("excluded", String.join(" ", decision.route().excludedBodies()));
        return lines;
    }

    private static Map<String, @Nullable Object> fields(Decision decision) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("class", decision.allegation().allegationClass().name());
        fields.put("primaryType", decision.allegation().primaryType());
        fields.put("types", decision.allegation().types());
        fields.put("priority", decision.prioritised().priority().name());
        fields.put("unit", decision.route().unit());
        fields.put("ownerBody", decision.route().ownerBody());
        fields.put("regionCode", decision.circumstances().regionCode());
        fields.put("facilityType", decision.circumstances().facilityType());
        fields.put("profile", decision.circumstances().profile().code());
        fields.put("reference", decision.referenceVersion());
        fields.put("rules", rules(decision));
        fields.put("excludedBodies", decision.route().excludedBodies());
        return fields;
    }

    private static List<String> rules(Decision decision) {
        return Stream.of(
                        decision.allegation().rules(),
                        decision.prioritised().rules(),
                        decision.route().rules())
                .flatMap(List::stream)
                .toList();
    }
}
