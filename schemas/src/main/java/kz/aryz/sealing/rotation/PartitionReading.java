package kz.aryz.sealing.rotation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads one partition up to a point that is known to exist.
 *
 * @param client assigned to the partition, and to nothing else
 */
public record PartitionReading(
        org.apache.kafka.clients.consumer.Consumer<String, byte[]> client, TopicPartition partition) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_EMPTY_POLLS = 300;

    /** Hands on every record that the client may see now. */
    public void toEnd(Consumer<ConsumerRecord<String, byte[]>> each) {
        Map<TopicPartition, Long> ends = client.endOffsets(List.of(partition));
        through(ends.getOrDefault(partition, 0L), each);
    }

    /**
     * Hands on every record before {@code end}, and perhaps some more.
     *
     * @throws TimeoutException if the brokers give nothing for a minute
     */
    public void through(long end, Consumer<ConsumerRecord<String, byte[]>> each) {
        int emptyPolls = 0;
        long position = client.position(partition);
        while (position < end) {
            client.poll(POLL).forEach(each);
            long now = client.position(partition);
            emptyPolls = now > position ? 0 : emptyPolls + 1;
            if (emptyPolls > MOST_EMPTY_POLLS) {
                throw new TimeoutException(partition + " could not be read to offset " + end);
            }
            position = now;
        }
    }
}
