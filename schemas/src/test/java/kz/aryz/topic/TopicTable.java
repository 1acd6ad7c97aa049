package kz.aryz.topic;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import kz.aryz.topic.Retention.Bounded;
import kz.aryz.topic.Retention.Compacted;
import kz.aryz.topic.Retention.Forever;

/** The catalogue as the table in the module's README. */
final class TopicTable {

    private static final String HEAD = """
            | topic | key | value | partitions | writer → readers | kept | flushed |
            |---|---|---|---|---|---|---|
            """;

    private TopicTable() {}

    static String markdown() {
        return Topics.catalogue().stream().map(TopicTable::row).collect(joining("", HEAD, ""));
    }

    private static String row(Topic<?> topic) {
        return "| `%s` | %s | %s | %d | %s → %s | %s | %s |%n"
                .formatted(
                        topic.name(),
                        topic.key(),
                        topic.isAvro() ? "`" + topic.valueName() + "`" : topic.valueName(),
                        topic.partitions(),
                        names(topic.writers()),
                        names(topic.readers()),
                        kept(topic.retention())
                                + topic.drift()
                                        .map(drift -> ", if written within " + drift.toHours() + " h")
                                        .orElse(""),
                        topic.flushed() ? "yes" : "");
    }

    private static String names(Set<Party> parties) {
        return parties.stream()
                .map(party -> party.name().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
    }

    private static String kept(Retention retention) {
        return switch (retention) {
            case Forever forever -> "for ever";
            case Bounded bounded -> days(bounded.time());
            case Compacted compacted -> "latest per key; older ones go within " + days(compacted.maxLag());
        };
    }

    private static String days(Duration duration) {
        return duration.toDays() + " d";
    }
}
