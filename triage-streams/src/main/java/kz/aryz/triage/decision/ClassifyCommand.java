package kz.aryz.triage.decision;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.aryz.triage.classification.Allegation;
import kz.aryz.triage.classification.Classification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aryz classify}: what a complaint would be taken to allege. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Says which class a complaint falls into and why. Sends nothing and keeps nothing.",
            "Prints codes only, never what the complaint says."
        })
public final class ClassifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ComplaintOptions options = new ComplaintOptions();

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Allegation allegation =
                Classification.standard().classify(options.complaint().account());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ComplaintOptions.line(fields(allegation)));
        } else {
            out.println("class     " + allegation.allegationClass() + " (" + allegation.primaryType() + ")");
            out.println("types     " + String.join(" ", allegation.types()));
            out.println("rules     " + String.join(" ", allegation.rules()));
        }
        return 0;
    }

    private static Map<String, Object> fields(Allegation allegation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("class", allegation.allegationClass().name());
        fields.put("handledAsA", allegation.handledAsA());
        fields.put("primaryType", allegation.primaryType());
        fields.put("types", allegation.types());
        fields.put("signs", allegation.signs().stream().map(Enum::name).sorted().toList());
        fields.put("rules", allegation.rules());
        return fields;
    }
}
