package kz.aryz.runtime.follow;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** What is done with records that were read together. */
public final class Batches {

    private Batches() {}

    /** Has a batch that came to nothing read once more, as far as its consumer still reads it. */
    public static void again(Consumer<?, ?> consumer, ConsumerRecords<?, ?> batch) {
        Collection<?> still = consumer.assignment();
        batch.partitions().stream()
                .filter(still::contains)
                .forEach(partition -> consumer.seek(
                        partition, batch.records(partition).getFirst().offset()));
    }
}
