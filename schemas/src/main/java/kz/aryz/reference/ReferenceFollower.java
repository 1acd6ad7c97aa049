package kz.aryz.reference;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.aryz.schema.ReferenceRelease;
import kz.aryz.serde.AvroSerdes;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest complete release at hand. A release whose rows have not all been read is not used; until the first
 * complete one there is none. Safe to share between threads.
 */
public final class ReferenceFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final ReferenceLog log;
    private final AvroSerdes serdes;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::follow, "reference-follower");
    private volatile @Nullable Reference current;
    private volatile @Nullable String problem = "the reference data has not been read yet";

    ReferenceFollower(Consumer<String, byte[]> consumer, AvroSerdes serdes) {
        this.log = new ReferenceLog(consumer, serdes);
        this.serdes = serdes;
    }

    /**
     * A follower that begins to read when it is started.
     *
     * @param clients properties of a Kafka client
     */
    public static ReferenceFollower of(Map<String, ?> clients, AvroSerdes serdes) {
        return new ReferenceFollower(ReferenceLog.consumer(clients), serdes);
    }

    public void start() {
        thread.start();
    }

    /** The newest complete release. */
    public Optional<Reference> current() {
        return Optional.ofNullable(current);
    }

    /** Why the newest release cannot be used; empty where it is in use. Says nothing of the rows' content. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (log) {
            while (closing.getCount() > 0) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("stopped following the reference data");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong is a problem to show and to try again. */
    private void step() throws InterruptedException {
        try {
            catchUp();
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            trouble("the reference data cannot be read: " + e.getClass().getSimpleName());
            if (closing.await(1, TimeUnit.SECONDS)) {
                LOG.debug("stopped waiting for the reference data");
            }
        }
    }

    /** Reads on and swaps the announced release in if all of its rows are there. */
    void catchUp() {
        log.poll(POLL);
        Optional<ReferenceRelease> announced = log.announced();
        if (!log.isAtEnd()) {
            LOG.debug("reading the reference data");
        } else if (announced.isEmpty()) {
            trouble("no release of reference data yet: run 'aryz reference apply'");
        } else if (isCurrent(announced.get())) {
            problem = null;
        } else if (log.rows().are(announced.get())) {
            current = new Reference(announced.get().getVersion(), log.rows().tables(serdes));
            problem = null;
            LOG.info("using reference data {}", announced.get().getVersion());
        } else {
            trouble("release " + announced.get().getVersion() + " of the reference data is incomplete");
        }
    }

    private boolean isCurrent(ReferenceRelease announced) {
        Reference reference = current;
        return reference != null && reference.version().equals(announced.getVersion());
    }

    private void trouble(String cause) {
        if (!cause.equals(problem)) {
            LOG.warn("{}", cause);
        }
        problem = cause;
    }
}
