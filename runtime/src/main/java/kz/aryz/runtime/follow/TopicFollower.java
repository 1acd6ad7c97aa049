package kz.aryz.runtime.follow;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kz.aryz.runtime.health.Health;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all partitions of a topic in a thread of its own, without a group, until it is closed. What is away for a while
 * (broker, registry, keys) is waited for, and the rows that were at hand are read again: taking one twice must do no harm. A
 * row that is no record of the topic is logged, by its place, and taken as a deletion of its key.
 */
public final class TopicFollower<V> implements HealthCheck, AutoCloseable {

    /** Where to begin. */
    public enum Start {
        /** With all that is there. */
        BEGINNING,
        /** With what comes after it has begun. */
        END
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;
    private final Topic<V> topic;
    private final Deserializer<V> values;
    private final Start start;
    private final Rows<V> rows;
    private final List<TopicPartition> partitions;
    private final ReadingThread thread;
    private volatile boolean reading;

    /** @param consumer is closed with the follower */
    public TopicFollower(
            Consumer<String, byte[]> consumer, Topic<V> topic, Deserializer<V> values, Start start, Rows<V> rows) {
        this.consumer = consumer;
        this.topic = topic;
        this.values = values;
        this.start = start;
        this.rows = rows;
        this.partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        this.thread = new ReadingThread(topic.name() + "-follower", consumer, new Following());
    }

    public void start() {
        thread.start();
    }

    /** Whether it has begun, and goes on: what comes from now on is read. */
    public boolean isReading() {
        return reading && !thread.isMissing();
    }

    /** Down where it has ended by itself. */
    @Override
    public Health health() {
        return thread.isDead() ? Health.down("nobody reads " + topic.name()) : Health.up();
    }

    @Override
    public void close() {
        thread.close();
    }

    private final class Following implements ReadingThread.Work {

        @Override
        public void begin() {
            consumer.assign(partitions);
        }

        @Override
        public void step() {
            if (!reading) {
                seek();
            }
            take(consumer.poll(POLL));
        }

        @Override
        public void failed(Exception failure) {
            LOG.warn("{} cannot be read: {}", topic.name(), failure.getClass().getSimpleName());
        }

        @Override
        public void end() {
            values.close();
        }
    }

    private void seek() {
        switch (start) {
            case BEGINNING -> consumer.seekToBeginning(partitions);
            case END -> consumer.seekToEnd(partitions);
        }
        partitions.forEach(consumer::position);
        reading = true;
    }

    private void take(ConsumerRecords<String, byte[]> batch) {
        try {
            batch.forEach(this::take);
        } catch (RuntimeException e) {
            Batches.again(consumer, batch);
            throw e;
        }
    }

    private void take(ConsumerRecord<String, byte[]> row) {
        rows.take(row.key(), row.value() == null ? null : readable(row));
    }

    private @Nullable V readable(ConsumerRecord<String, byte[]> row) {
        try {
            return values.deserialize(row.topic(), row.value());
        } catch (SerializationException e) {
            LOG.warn("{}-{}@{} is no record of its topic", row.topic(), row.partition(), row.offset());
            return null;
        }
    }
}
