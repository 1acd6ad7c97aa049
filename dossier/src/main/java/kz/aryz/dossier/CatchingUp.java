package kz.aryz.dossier;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
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
 * How far dossiers have come that are built anew, or were away. Before they have read what was on the log when this instance
 * began, nobody can say that there is no such complaint, nor whose it is.
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
    private final Set<Integer> behind = IntStream.range(0, Topics.SUBMISSIONS.partitions())
            .boxed()
            .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));

    /** Where the log ended in the beginning. */
    private @Nullable Map<TopicPartition, Long> ends;

    /**
     * @param log in no group, committed records only; is closed with this
     * @param topics that dossiers are made of
     * @param committed by the group that makes them
     */
    CatchingUp(Consumer<?, ?> log, Collection<String> topics, Committed committed) {
        this.log = log;
        this.topics = List.copyOf(topics);
        this.committed = committed;
    }

    void start() {
        thread.start();
    }

    /** Whether all of that partition is read that there was in the beginning; from then on it stays so. */
    @Override
    public boolean test(int partition) {
        return !behind.contains(partition);
    }

    private void run() {
        try (log) {
            while (!behind.isEmpty() && !closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                tryLook();
            }
            if (behind.isEmpty()) {
                LOG.info("the dossiers are read up to where the log ended when this instance began");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
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
        Map<TopicPartition, OffsetAndMetadata> come = committed.offsets();
        Set<Integer> unread = new HashSet<>();
        for (Map.Entry<TopicPartition, Long> end : ends().entrySet()) {
            TopicPartition source = end.getKey();
            if (behind.contains(source.partition()) && isBehind(source, come.get(source), end.getValue())) {
                unread.add(source.partition());
            }
        }
        behind.retainAll(unread);
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, Long> known = ends;
        if (known == null) {
            known = log.endOffsets(topics.stream()
                    .flatMap(topic -> IntStream.range(0, Topics.SUBMISSIONS.partitions())
                            .mapToObj(partition -> new TopicPartition(topic, partition)))
                    .toList());
            ends = known;
        }
        return known;
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
