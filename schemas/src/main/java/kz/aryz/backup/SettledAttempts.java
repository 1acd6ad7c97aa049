package kz.aryz.backup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.aryz.backup.Manifest.GroupPlaces;
import kz.aryz.backup.Manifest.PartitionLog;
import kz.aryz.backup.Manifest.Place;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.topic.Grants;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
        StoredValues<DeliveryAttempt> values = new StoredValues<>(data, Topics.ATTEMPTS);
        try (RecordReader attempts = data.records(log)) {
            while (attempts.hasNext()) {
                ConsumerRecord<byte[], byte[]> attempt = attempts.next();
                if (attempt.offset() >= from
                        && values.read(attempt.value())
                                .map(DeliveryAttempt::getAttemptId)
                                .filter(ended::contains)
                                .isEmpty()) {
                    return attempt.offset();
                }
            }
        }
        return Math.max(from, log.end());
    }

    /** An outcome that cannot be read settles nothing. */
    private Set<String> ended() throws IOException {
        StoredValues<DeliveryOutcome> values = new StoredValues<>(data, Topics.OUTCOMES);
        Set<String> ended = new HashSet<>();
        values.forEach(outcome ->
                values.read(outcome.value()).map(DeliveryOutcome::getAttemptId).ifPresent(ended::add));
        ended.remove("");
        return ended;
    }
}
