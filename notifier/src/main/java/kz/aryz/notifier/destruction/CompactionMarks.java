package kz.aryz.notifier.destruction;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import kz.aryz.notifier.destruction.QuietPartition.Destroyed;
import kz.aryz.runtime.follow.ReadingThread;
import kz.aryz.runtime.health.Health;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.schema.WrappedKey;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that destroyed keys leave the log: when the lag after a destruction is over and nobody has written to the
 * partition since, it writes the tombstone once more, marked as such. No reader learns anything new from it, and the broker
 * begins a new segment and cleans the old one. It needs nobody's memory: where it stands it reads from the topic whenever it
 * starts. Several of them write more marks than needed, which does no harm. Where none does, destroyed keys stay on disks for
 * longer than was promised, and somebody must see to it: that is its health.
 */
public final class CompactionMarks implements HealthCheck, AutoCloseable {

    /** How old the first record of a segment gets at most before something appended begins a new one. */
    @FunctionalInterface
    public interface Lag {

        /** As it is now. */
        Duration now() throws ExecutionException, InterruptedException;
    }

    /** On a tombstone that only repeats one. */
    static final String MARK = "aryz.mark";

    private static final Logger LOG = LoggerFactory.getLogger(CompactionMarks.class);
    private static final Header MARKED = new RecordHeader(MARK, "1".getBytes(StandardCharsets.UTF_8));
    private static final Duration POLL = Duration.ofSeconds(1);

    /** How long it may fail, or take to read what was destroyed, before somebody must see to it. */
    static final Duration WITHIN = Duration.ofMinutes(5);

    private final Consumer<String, byte[]> consumer;
    private final Producer<String, WrappedKey> producer;
    private final Lag lag;
    private final Clock clock;
    private final List<TopicPartition> partitions;
    private final List<QuietPartition> states;
    private final ReadingThread thread;
    private volatile Instant markedAt;
    private boolean reading;

    /**
     * Begins when it is started.
     *
     * @param consumer in no group, committed records only; closed with this
     * @param lag of the topic
     */
    public CompactionMarks(
            Consumer<String, byte[]> consumer, Producer<String, WrappedKey> producer, Lag lag, Clock clock) {
        this.consumer = consumer;
        this.producer = producer;
        this.lag = lag;
        this.clock = clock;
        this.markedAt = clock.instant();
        this.partitions = IntStream.range(0, Topics.KEYS.partitions())
                .mapToObj(number -> new TopicPartition(Topics.KEYS.name(), number))
                .toList();
        this.states = partitions.stream().map(partition -> new QuietPartition()).toList();
        this.thread = new ReadingThread("compaction-marks", consumer, new Marking());
    }

    public void start() {
        thread.start();
    }

    /** Down where nobody marks, or whoever does has not got to the end of the topic for longer than {@link #WITHIN}. */
    @Override
    public Health health() {
        if (thread.isMissing()) {
            return Health.down("nobody marks destroyed keys");
        }
        Duration without = Duration.between(markedAt, clock.instant());
        return without.compareTo(WITHIN) > 0
                ? Health.down("destroyed keys have not been marked for " + without.toSeconds() + " s")
                : Health.up();
    }

    @Override
    public void close() {
        thread.close();
    }

    private final class Marking implements ReadingThread.Work {

        @Override
        public void begin() {
            consumer.assign(partitions);
        }

        @Override
        public void step() throws InterruptedException, ExecutionException {
            if (!reading) {
                consumer.seekToBeginning(partitions);
                reading = true;
            }
            consumer.poll(POLL).forEach(CompactionMarks.this::take);
            if (isAtEnd()) {
                mark();
                markedAt = clock.instant();
            }
        }

        @Override
        public void failed(Exception failure) {
            LOG.warn("destroyed keys cannot be marked: {}", failure.getClass().getSimpleName());
        }

        @Override
        public void end() {}
    }

    private boolean isAtEnd() {
        return partitions.stream()
                .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        QuietPartition state = states.get(message.partition());
        Instant at = Instant.ofEpochMilli(message.timestamp());
        if (message.key() != null
                && message.value() == null
                && message.headers().lastHeader(MARK) == null) {
            state.destroyed(new Destroyed(message.key(), at, message.headers()));
        } else {
            state.written(at);
        }
    }

    private void mark() throws ExecutionException, InterruptedException {
        Duration longest = lag.now();
        for (TopicPartition partition : partitions) {
            QuietPartition state = states.get(partition.partition());
            Instant now = clock.instant();
            Optional<Destroyed> due = state.due(now, longest);
            if (due.isPresent()) {
                producer.send(mark(partition, due.get(), now)).get();
                state.written(now);
            }
        }
    }

    /** With what was noted on the tombstone: it is the later of the two that the broker keeps. */
    private static ProducerRecord<String, WrappedKey> mark(TopicPartition partition, Destroyed key, Instant now) {
        Headers headers = new RecordHeaders(key.notes()).add(MARKED);
        return new ProducerRecord<>(
                partition.topic(), partition.partition(), now.toEpochMilli(), key.keyRef(), null, headers);
    }
}
