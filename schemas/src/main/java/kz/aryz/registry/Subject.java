package kz.aryz.registry;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/**
 * A name in the registry and the schema that this version writes under it.
 *
 * @param name {@code <topic>-value}, or {@code sealed.<section>} for what is inside a sealed section
 */
public record Subject(String name, Schema schema) {

    private static final String SEALED = "sealed.";

    /** Every subject whose name is known beforehand: all but those of the queues. */
    public static List<Subject> all() {
        Stream<Subject> sections = Section.all().stream().map(Subject::of);
        return Stream.concat(of(Topics.all()).stream(), sections).toList();
    }

    /** The subjects of topics; topics that carry values as they came have none. */
    public static List<Subject> of(Collection<? extends Topic<?>> topics) {
        return topics.stream().filter(Topic::isAvro).map(Subject::of).toList();
    }

    private static Subject of(Topic<?> topic) {
        return new Subject(topic.subject(), schema(topic.valueType()));
    }

    private static Subject of(Section<?> section) {
        return new Subject(SEALED + section.path(), schema(section.type()));
    }

    private static Schema schema(Class<?> type) {
        return SpecificData.getForClass(type).getSchema(type);
    }
}
