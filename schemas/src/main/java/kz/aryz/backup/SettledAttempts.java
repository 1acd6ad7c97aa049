package kz.aryz.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import kz.aryz.backup.Manifest.GroupPlaces;
import kz.aryz.backup.Manifest.PartitionLog;
import kz.aryz.backup.Manifest.Place;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.serde.AvroBinary;
import kz.aryz.serde.WireFormat;
import kz.aryz.topic.Grants;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Attempts to send a mail whose outcome is on record. A broker tells only where a share group begins; what was acknowledged
 * behind that is known to it alone, and a group that begins there again would be given it again.
 *
 * @param data the part of the backup with both topics
 */
record SettledAttempts(StoredPart data) {

    /** The groups, with the one that sends mail put before the first attempt without an outcome of each partition. */
    List<GroupPlaces> passedBy(List<GroupPlaces> groups) throws IOException {
        Set<String> ended = ended();
        List<GroupPlaces> passed = new ArrayList<>();
        for (GroupPlaces group : groups) {
            passed.add(group.group().equals(Grants.MAIL_GROUP) ? passedBy(group, ended) : group);
        }
        return passed;
    }

    private GroupPlaces passedBy(GroupPlaces group, Set<String> ended) throws IOException {
        List<Place> places = new ArrayList<>();
        for (Place place : group.places()) {
            places.add(place.topic().equals(Topics.ATTEMPTS.name()) ? passedBy(place, ended) : place);
        }
        return new GroupPlaces(group.group(), group.share(), places);
    }

    private Place passedBy(Place place, Set<String> ended) throws IOException {
        for (PartitionLog log : data.manifest().logs()) {
            if (log.topic().equals(place.topic()) && log.partition() == place.partition()) {
                return new Place(place.topic(), place.partition(), firstOpen(log, place.offset(), ended), "");
            }
        }
        return place;
    }

    private long firstOpen(PartitionLog log, long from, Set<String> ended) throws IOException {
        Function<byte[], String> ids = ids(Topics.ATTEMPTS, DeliveryAttempt::getAttemptId);
        try (RecordReader attempts = data.records(log)) {
            while (attempts.hasNext()) {
                ConsumerRecord<byte[], byte[]> attempt = attempts.next();
                if (attempt.offset() >= from && !ended.contains(ids.apply(attempt.value()))) {
                    return attempt.offset();
                }
            }
        }
        return Math.max(from, log.end());
    }

    private Set<String> ended() throws IOException {
        Function<byte[], String> ids = ids(Topics.OUTCOMES, DeliveryOutcome::getAttemptId);
        Set<String> ended = new HashSet<>();
        for (PartitionLog log : data.manifest().logs()) {
            if (log.topic().equals(Topics.OUTCOMES.name())) {
                try (RecordReader outcomes = data.records(log)) {
                    outcomes.forEachRemaining(outcome -> ended.add(ids.apply(outcome.value())));
                }
            }
        }
        ended.remove("");
        return ended;
    }

    /** Reads the id in a value; empty where the value cannot be read, so that it settles nothing. */
    private <V> Function<byte[], String> ids(Topic<V> topic, Function<V, String> id) {
        Map<Integer, Schema> schemas = new HashMap<>();
        data.manifest().subjects().stream()
                .filter(subject -> subject.name().equals(topic.subject()))
                .flatMap(subject -> subject.versions().stream())
                .forEach(version -> schemas.put(version.id(), new Schema.Parser().parse(version.schema())));
        return value -> {
            OptionalInt schemaId = value == null ? OptionalInt.empty() : WireFormat.id(value);
            Schema schema = schemaId.isPresent() ? schemas.get(schemaId.getAsInt()) : null;
            return schema == null ? "" : read(topic, schema, value).map(id).orElse("");
        };
    }

    private static <V> Optional<V> read(Topic<V> topic, Schema schema, byte[] value) {
        try {
            return Optional.of(AvroBinary.decode(topic.valueType(), schema, value, WireFormat.HEADER_BYTES));
        } catch (SerializationException unreadable) {
            return Optional.empty();
        }
    }
}
