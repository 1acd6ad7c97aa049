package kz.aryz.runtime.config;

import java.util.List;
import java.util.stream.Collectors;

/** The variables of a service as the Markdown table of its README; a test compares the two. */
public final class VariableTable {
    private static final String HEAD = "| variable | default | meaning |\n|---|---|---|\n";

    private VariableTable() {}

    public static String markdown(List<Variable<?>> variables) {
        return variables.stream().map(VariableTable::row).collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Variable<?> variable) {
        String shown = variable.fallback() == null ? "*must be set*" : "`" + variable.shownDefault() + "`";
        return "| `" + variable.name() + "` | " + shown + " | " + variable.meaning() + " |\n";
    }
}
