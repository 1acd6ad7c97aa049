package kz.aryz.dossier;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far dossiers have come that are built anew, were away, or come from another instance. Before they have read what was on the
 * log when their partition came to this instance, nobody can say that there is no such complaint, nor whose it is.
 */
final class CatchingUp implements IntPredicate, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(4);

    /** How far a group has come. */
    @FunctionalInterface
    interface Committed {

        /** The next offset of each partition where it is known. */
        Map<TopicPartition, OffsetAndMetadata> offsets() throws ExecutionException, InterruptedException;
    }

    private final Consumer<?, ?> log;
    private final Collection<String> topics;
    private final Committed committed;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "dossiers-catching-up");

    /** The partitions that are not read as far yet. */
    private final Map<Integer, Target> behind = new ConcurrentHashMap<>();

    /** How far a partition is to be read, which is asked for once. For one thread. */
    private static final class Target {

        private Map<TopicPartition, Long> ends = Map.of();
    }

    /**
     * @param log in no group, committed records only; is closed with this
     * @param topics that dossiers are made of
     * @param committed by the group that makes them
     */
    CatchingUp(Consumer<?, ?> log, Collection<String> topics, Committed committed) {
        this.log = log;
        this.topics = List.copyOf(topics);
        this.committed = committed;
        IntStream.range(0, Topics.SUBMISSIONS.partitions()).forEach(this::begin);
    }

    void start() {
        thread.start();
    }

    /** The partition came to this instance: all is to be read that there is now, however far it was read before. */
    void begin(int partition) {
        behind.put(partition, new Target());
    }

    /** Whether all of that partition is read that there was when it came here; while it stays here, that stays so. */
    @Override
    public boolean test(int partition) {
        return !behind.containsKey(partition);
    }

    private void run() {
        try (log) {
            while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!behind.isEmpty()) {
                    tryLook();
                    sayWhenItIsOver();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void sayWhenItIsOver() {
        if (behind.isEmpty()) {
            LOG.info("the dossiers are read up to where the log ended when their partitions came to this instance");
        }
    }

    private void tryLook() throws InterruptedException {
        try {
            look();
        } catch (KafkaException | ExecutionException away) {
            LOG.debug("nobody can say how far the dossiers are", away);
        }
    }

    /** Looks how far they are. */
    void look() throws ExecutionException, InterruptedException {
        Map<Integer, Target> unread = Map.copyOf(behind);
        unread.forEach(this::ask);
        Map<TopicPartition, OffsetAndMetadata> come = committed.offsets();
        unread.forEach((partition, target) -> {
            if (target.ends.entrySet().stream()
                    .noneMatch(end -> isBehind(end.getKey(), come.get(end.getKey()), end.getValue()))) {
                behind.remove(partition, target);
            }
        });
    }

    private void ask(int partition, Target target) {
        if (target.ends.isEmpty()) {
            target.ends = log.endOffsets(topics.stream()
                    .map(topic -> new TopicPartition(topic, partition))
                    .toList());
        }
    }

    /** A group does not commit behind what it was given nothing of: markers of transactions, and what compaction has left. */
    private boolean isBehind(TopicPartition source, @Nullable OffsetAndMetadata come, long end) {
        return (come == null ? 0 : come.offset()) < end && holds(source, come, end);
    }

    /** Whether there is a record. Where the log does not answer at once there may be. */
    private boolean holds(TopicPartition source, @Nullable OffsetAndMetadata from, long end) {
        log.assign(List.of(source));
        if (from == null) {
            log.seekToBeginning(List.of(source));
        } else {
            log.seek(source, from.offset());
        }
        return !log.poll(PAUSE).isEmpty() || log.position(source) < end;
    }

    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            log.close();
            return;
        }
        log.wakeup();
        try {
            thread.join(CLOSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
