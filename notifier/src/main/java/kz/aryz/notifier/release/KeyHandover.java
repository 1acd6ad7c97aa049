package kz.aryz.notifier.release;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import kz.aryz.notifier.release.OpenReleases.Open;
import kz.aryz.notifier.release.OpenReleases.Place;
import kz.aryz.notifier.release.OpenReleases.State;
import kz.aryz.runtime.follow.Batches;
import kz.aryz.runtime.follow.ReadingThread;
import kz.aryz.runtime.health.Health;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.schema.CaseEvent;
import kz.aryz.sealing.rotation.Tally;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what triage released, and hands the keys over. It reads on behind a release that it is not done with, and tries that one
 * again. What it commits is the place of the first such one, so that a crash between the decision and the keys is made good by
 * whoever reads on, and no person has to know of it: to hand over again changes nothing. They have to know where it does not come
 * right by itself: that is its health.
 */
public final class KeyHandover implements HealthCheck, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyHandover.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    /** How long a unit waits at most for the keys of what it was let read, before somebody must see to it. */
    static final Duration WITHIN = Duration.ofMinutes(5);

    /** How long after all that is open was tried it is tried again: each one reads a whole partition of keys. */
    static final Duration AGAIN = Duration.ofSeconds(10);

    /** Wraps for a unit the data keys that were released. */
    @FunctionalInterface
    interface Hands {

        /** To do it again changes nothing. */
        Tally over(String complaintId, List<String> keyRefs);
    }

    private final Consumer<String, byte[]> consumer;
    private final Deserializer<CaseEvent> events;
    private final Predicate<CaseEvent> asked;
    private final Hands hands;
    private final Clock clock;
    private final OpenReleases open = new OpenReleases();
    private final Progress progress;

    /** Releases that nobody asked for, since the start. */
    private final AtomicLong unasked = new AtomicLong();

    private final ReadingThread thread;
    private volatile Instant readAt;
    private Instant triedAt = Instant.EPOCH;

    /**
     * @param consumer in the group of all instances; is closed with the handover
     * @param asked whether an officer asked for a release, whoever wrote that it was made
     */
    KeyHandover(
            Consumer<String, byte[]> consumer,
            Deserializer<CaseEvent> events,
            Predicate<CaseEvent> asked,
            Hands hands,
            Clock clock) {
        this.consumer = consumer;
        this.events = events;
        this.asked = asked;
        this.hands = hands;
        this.clock = clock;
        this.readAt = clock.instant();
        this.progress = new Progress(consumer, open);
        this.thread = new ReadingThread("key-handover", consumer, new Handing());
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /**
     * The greatest over all instances is the age of the oldest release that a unit waits for; the sum, how many there were that
     * nobody asked for.
     */
    public void register(MeterRegistry metrics) {
        Gauge.builder(
                        "aryz.releases.oldest.waiting.age",
                        this,
                        handover -> handover.age().toMillis() / 1000.0)
                .baseUnit("seconds")
                .strongReference(true)
                .register(metrics);
        FunctionCounter.builder("aryz.releases.unasked", unasked, AtomicLong::get)
                .register(metrics);
    }

    /** Down where it has ended, has not come on for longer than {@link #WITHIN}, or was to hand over what nobody released. */
    @Override
    public Health health() {
        Instant late = clock.instant().minus(WITHIN);
        if (thread.isMissing()) {
            return Health.down("nobody hands keys over");
        }
        if (open.oldest().filter(late::isAfter).isPresent()) {
            return Health.down("the keys of a release have not been handed over for " + age().toSeconds() + " s");
        }
        long forged = open.unasked();
        if (forged > 0) {
            return Health.down(
                    forged + " releases stand in cases.events that no officer asked for, as far as the keys here tell:"
                            + " nothing is handed over");
        }
        return readAt.isBefore(late) ? Health.down("what was released cannot be read") : Health.up();
    }

    /** How long the oldest release has waited whose keys are being handed over, or could not be; zero where none has. */
    Duration age() {
        return open.oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        thread.close();
    }

    private final class Handing implements ReadingThread.Work {

        private ConsumerRecords<String, byte[]> batch = ConsumerRecords.empty();

        @Override
        public void begin() {
            consumer.subscribe(List.of(Topics.CASE_EVENTS.name()), progress);
        }

        @Override
        public void step() {
            batch = ConsumerRecords.empty();
            batch = consumer.poll(POLL);
            batch.forEach(KeyHandover.this::take);
            handOver();
            progress.commit(batch);
            readAt = clock.instant();
        }

        @Override
        public void failed(Exception failure) {
            LOG.error("what was released cannot be read, or how far it was; it is tried again", failure);
            Batches.again(consumer, batch);
        }

        @Override
        public void end() {
            events.close();
        }
    }

    private void take(ConsumerRecord<String, byte[]> row) {
        CaseEvent event = row.value() == null ? null : readable(row);
        if (event != null && event.getReleased() != null) {
            open.add(new Place(row.partition(), row.offset()), event);
        }
    }

    /** What is new, and from time to time everything. */
    private void handOver() {
        Instant now = clock.instant();
        boolean again = !now.isBefore(triedAt.plus(AGAIN));
        open.all().stream()
                .filter(entry -> again || entry.getValue().state() == State.NEW)
                .forEach(entry -> handOver(entry.getKey(), entry.getValue()));
        triedAt = again ? now : triedAt;
    }

    private void handOver(Place place, Open release) {
        try {
            if (asked.test(release.event())) {
                handOver(release.event());
                open.done(place);
            } else {
                refuse(place, release);
            }
        } catch (RuntimeException e) {
            LOG.error("the keys of a release could not be handed over yet; it is tried again", e);
            open.put(place, release.event(), State.FAILED);
        }
    }

    /** For as long as nobody here can tell that somebody asked for it. */
    private void refuse(Place place, Open release) {
        if (release.state() != State.UNASKED) {
            unasked.incrementAndGet();
            LOG.error(
                    "{}-{}@{} is a release that no officer asked for, as far as the keys here tell",
                    Topics.CASE_EVENTS.name(),
                    place.partition(),
                    place.offset());
            open.put(place, release.event(), State.UNASKED);
        }
    }

    private void handOver(CaseEvent event) {
        Tally tally = hands.over(
                event.getHeader().getComplaintId(), event.getReleased().getKeyRefs());
        requireComplete(tally);
        LOG.info("handed over {} keys of a release; {} had been", tally.renewed(), tally.current());
    }

    /** A key that does not open here may open tomorrow, with a private key that is put back, or at another instance. */
    private static void requireComplete(Tally tally) {
        if (tally.contended() > 0) {
            throw new IllegalStateException("somebody else kept writing to the keys of a released complaint");
        }
        if (tally.unreadable() > 0) {
            throw new IllegalStateException(
                    tally.unreadable() + " keys of a released complaint open with no private key that is here");
        }
    }

    /** What is no record of its topic is put aside by those who keep the register, and releases nothing. */
    private @Nullable CaseEvent readable(ConsumerRecord<String, byte[]> row) {
        try {
            return events.deserialize(row.topic(), row.headers(), row.value());
        } catch (SerializationException e) {
            LOG.warn("{}-{}@{} is no record of its topic", row.topic(), row.partition(), row.offset());
            return null;
        }
    }
}
