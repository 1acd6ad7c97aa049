package kz.aryz.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.TopicPartition;

/**
 * What a part of a backup holds. Immutable.
 *
 * @param format of the files; this version knows {@link #FORMAT}
 * @param part which part of a backup it is
 * @param backup id of the backup, which both of its parts carry
 * @param taken when, as an ISO 8601 instant
 * @param topics the topics of which records are in this part
 * @param logs the partitions of those topics
 * @param apart the partitions of {@code complaints.keys}, as they were at the same moment; their records are in no data part
 * @param subjects what stood in the schema registry
 * @param groups how far each group had come
 */
record Manifest(
        int format,
        Part part,
        String backup,
        String taken,
        List<TopicShape> topics,
        List<PartitionLog> logs,
        List<PartitionLog> apart,
        List<SubjectVersions> subjects,
        List<GroupPlaces> groups) {

    /** The format that this version writes and reads. */
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The parts of a backup, which are kept apart. */
    enum Part {
        /** Everything but the wrapped keys. */
        DATA,
        /** {@code complaints.keys} alone. */
        WRAPPED_KEYS;

        /** The part that the records of a topic belong to. */
        static Part of(String topic) {
            return topic.equals(Topics.KEYS.name()) ? WRAPPED_KEYS : DATA;
        }
    }

    /**
     * A topic.
     *
     * @param configs what it was told that is not the broker's default; only of topics behind stores, the others' stand in
     *     the catalogue
     */
    record TopicShape(String name, int partitions, Map<String, String> configs) {
        TopicShape {
            configs = Map.copyOf(configs);
        }
    }

    /**
     * A partition's log.
     *
     * @param begin offset of its beginning
     * @param end offset after its end
     * @param records how many there are between them
     */
    record PartitionLog(String topic, int partition, long begin, long end, long records) {

        /** The partition as clients know it. */
        TopicPartition topicPartition() {
            return new TopicPartition(topic, partition);
        }

        /** Name of the file with its records. */
        String file() {
            return topic + '-' + partition + ".avro";
        }
    }

    /**
     * A subject of the registry.
     *
     * @param compatibility what it demands of its versions; empty where it demands nothing of its own
     */
    record SubjectVersions(String name, String compatibility, List<SchemaVersion> versions) {
        SubjectVersions {
            versions = List.copyOf(versions);
        }
    }

    /**
     * A schema.
     *
     * @param id what stands before the records that were written with it
     */
    record SchemaVersion(int id, String schema) {}

    /**
     * A group.
     *
     * @param share whether it is a share group
     */
    record GroupPlaces(String group, boolean share, List<Place> places) {
        GroupPlaces {
            places = List.copyOf(places);
        }
    }

    /**
     * How far a group has come on a partition.
     *
     * @param metadata what the group wrote beside the offset
     */
    record Place(String topic, int partition, long offset, String metadata) {}

    Manifest {
        topics = List.copyOf(topics);
        logs = List.copyOf(logs);
        apart = List.copyOf(apart);
        subjects = List.copyOf(subjects);
        groups = List.copyOf(groups);
    }

    /** As text, to be read by {@link #parse}. */
    String json() {
        try {
            return JSON.writeValueAsString(this) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest has nothing that JSON has not", e);
        }
    }

    /** @throws BackupException if it is none, or one of a format that this version does not know */
    static Manifest parse(String json) {
        try {
            int format = JSON.readTree(json).path("format").asInt();
            if (format != FORMAT) {
                throw new BackupException("The backup has format " + format + ", and this version of Aryz reads "
                        + FORMAT + ": restore it with the version that took it.");
            }
            return JSON.readValue(json, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new BackupException("The manifest of the backup cannot be read: take another copy of it.", e);
        }
    }
}
