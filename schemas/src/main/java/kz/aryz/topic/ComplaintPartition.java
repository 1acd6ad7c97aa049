package kz.aryz.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/**
 * Where a complaint's records go: Kafka's default murmur2 over the UTF-8 bytes of the complaint's id, whatever the
 * record key. Every writer uses it, so that all facts about one complaint are in order on one partition.
 */
public final class ComplaintPartition {

    private ComplaintPartition() {}

    /** The partition, from 0 to {@code partitions - 1}, of every record about the complaint. */
    public static int of(String complaintId, int partitions) {
        return Utils.toPositive(Utils.murmur2(complaintId.getBytes(UTF_8))) % partitions;
    }
}
