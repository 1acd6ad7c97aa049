package kz.aryz.intake.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.aryz.runtime.health.Health;
import kz.aryz.serde.RegistryUnavailableException;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic from the beginning, and on, into {@link Rows}. Belongs to no group: every instance reads
 * everything. A record that can never be read is logged by its place and passed over.
 */
public final class Follower<V> implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Topic<V> topic;
    private final Consumer<String, byte[]> consumer;
    private final Deserializer<V> values;
    private final Rows<V> rows;
    private final List<TopicPartition> partitions;
    private Map<TopicPartition, Long> ends = Map.of();
    private volatile boolean closing;
    private volatile boolean caughtUp;

    /** The follower owns the consumer. */
    public Follower(Topic<V> topic, Consumer<String, byte[]> consumer, Deserializer<V> values, Rows<V> rows) {
        this.topic = topic;
        this.consumer = consumer;
        this.values = values;
        this.rows = rows;
        this.partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    /** Reads until closed; waits for brokers that do not answer. Ends with an exception only where going on makes no sense. */
    @Override
    public void run() {
        try (consumer) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closing) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("{} is read no more", topic.name());
        }
    }

    private void step() {
        try {
            if (ends.isEmpty()) {
                ends = consumer.endOffsets(partitions);
            }
            consumer.poll(POLL).forEach(this::take);
            partitions.forEach(at -> rows.reached(at.partition(), consumer.position(at)));
            caughtUp |= partitions.stream().allMatch(at -> consumer.position(at) >= ends.getOrDefault(at, 0L));
        } catch (RetriableException e) {
            LOG.warn("{} cannot be read now: {}", topic.name(), e.getClass().getSimpleName());
            pause();
        }
    }

    /** Whether everything that was there at the start has been read. */
    public boolean hasCaughtUp() {
        return caughtUp;
    }

    /** Up once it has. */
    public Health health() {
        return caughtUp ? Health.up() : Health.down(topic.name() + " has not been read to its end");
    }

    /** Makes {@link #run} return. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        while (!closing) {
            try {
                V value = record.value() == null ? null : values.deserialize(topic.name(), record.value());
                rows.row(record.partition(), record.offset(), record.key(), value);
                return;
            } catch (RegistryUnavailableException e) {
                LOG.warn("{} waits for the schema registry", topic.name());
                pause();
            } catch (SerializationException e) {
                LOG.error("{}-{} offset {} cannot be read", topic.name(), record.partition(), record.offset());
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            closing = true;
            Thread.currentThread().interrupt();
        }
        if (closing) {
            throw new WakeupException();
        }
    }
}
