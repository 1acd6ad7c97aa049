package kz.aryz.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.aryz.runtime.health.Health;
import kz.aryz.runtime.health.HealthCheck;
import org.apache.kafka.clients.consumer.ShareConsumer;

/**
 * The lanes of this instance. A lane that cannot go on ends the service: its exit code says so, and it is started again.
 *
 * <p>The broker assigns a partition to as many lanes as there are lanes for each partition, rounded up (seen on 4.3.1).
 * So many less one of its mails may hang, and none waits for them; with fewer lanes than partitions, one that hangs would
 * hold up its whole partition.
 */
public final class MailLanes implements HealthCheck, AutoCloseable {

    private static final Duration RENEW_EVERY = MailGroup.LOCK.dividedBy(3);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final List<MailLane> lanes;
    private final List<Thread> threads;

    private MailLanes(List<MailLane> lanes, List<Thread> threads) {
        this.lanes = lanes;
        this.threads = threads;
    }

    /**
     * Starts them.
     *
     * @param number how many attempts are made at once
     * @param consumers gives each lane a member of {@link MailGroup}
     * @param fatal told when a lane cannot go on
     */
    public static MailLanes start(
            int number,
            Supplier<ShareConsumer<byte[], byte[]>> consumers,
            Delivery delivery,
            Consumer<Throwable> fatal) {
        List<MailLane> lanes = IntStream.range(0, number)
                .mapToObj(lane -> new MailLane(consumers, delivery, RENEW_EVERY))
                .toList();
        List<Thread> threads = lanes.stream()
                .map(lane -> Thread.ofPlatform()
                        .name("mail-lane-" + lanes.indexOf(lane))
                        .uncaughtExceptionHandler((thread, failure) -> fatal.accept(failure))
                        .start(lane))
                .toList();
        return new MailLanes(lanes, threads);
    }

    @Override
    public Health health() {
        long alive = threads.stream().filter(Thread::isAlive).count();
        return alive == threads.size()
                ? Health.up()
                : Health.down(alive + " of " + threads.size() + " lanes are running");
    }

    /** What no lane finishes in a moment goes to a lane of another instance, or to this one when it is back. */
    @Override
    public void close() {
        lanes.forEach(MailLane::close);
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(end - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }
}
