package kz.aryz.registry;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.aryz.topic.Topics;
import org.apache.avro.Schema;

/** The schemas of this version, those of queues and sealed sections among them, by the name of the record. */
final class PresentSchemas {

    private PresentSchemas() {}

    static Map<String, Schema> byName() {
        return Stream.concat(Subject.all().stream(), Subject.of(List.of(Topics.queue("ANY"))).stream())
                .map(Subject::schema)
                .collect(toMap(Schema::getName, schema -> schema, (one, same) -> one, TreeMap::new));
    }
}
