package kz.aryz.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class ComplaintPartitionTest {

    @Property
    void isWhereKafkaWouldPutARecordWithTheIdAsItsKey(
            @ForAll String complaintId, @ForAll @IntRange(min = 1, max = 100) int partitions) {
        int expected = BuiltInPartitioner.partitionForKey(complaintId.getBytes(UTF_8), partitions);

        assertThat(ComplaintPartition.of(complaintId, partitions)).isEqualTo(expected);
    }

    @Test
    void neverMoves() {
        assertThat(ComplaintPartition.of("0197d2a1-5c1e-8000-8000-000000000001", 12))
                .isEqualTo(3);
    }
}
