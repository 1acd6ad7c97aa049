package kz.aryz.runtime.follow;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of its own that works with one consumer, step by step, until it is closed. What is away for a while is waited for: a
 * step that fails is followed by another one, a second later.
 */
public final class ReadingThread implements AutoCloseable {

    /** What it does. All of it in the thread. */
    public interface Work {

        /** Once, before everything else. */
        void begin();

        /** Again and again. Waits in the consumer, which is woken up when it is to end. */
        void step() throws InterruptedException, ExecutionException;

        /** A step has failed; the next one comes in a second. */
        void failed(Exception failure);

        /** Once, after everything else. */
        void end();
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReadingThread.class);
    private static final Duration CLOSE = Duration.ofSeconds(4);

    private final Consumer<?, ?> consumer;
    private final Work work;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** @param consumer is closed with the thread, whether it was started or not */
    public ReadingThread(String name, Consumer<?, ?> consumer, Work work) {
        this.consumer = consumer;
        this.work = work;
        this.thread = new Thread(this::run, name);
    }

    public void start() {
        thread.start();
    }

    /** Whether nobody works, and nobody has closed it: it was not started, or has come to grief. */
    public boolean isMissing() {
        return closing.getCount() > 0 && !thread.isAlive();
    }

    /** Whether it has come to grief: it was started and works no more, and nobody has closed it. */
    public boolean isDead() {
        return closing.getCount() > 0 && thread.getState() == Thread.State.TERMINATED;
    }

    @Override
    public void close() {
        closing.countDown();
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
            return;
        }
        consumer.wakeup();
        try {
            thread.join(CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            work.begin();
            while (closing.getCount() > 0) {
                step();
            }
        } catch (WakeupException e) {
            LOG.debug("{} has ended", thread.getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            work.end();
        }
    }

    private void step() throws InterruptedException {
        try {
            work.step();
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException | ExecutionException e) {
            work.failed(e);
            if (closing.await(1, TimeUnit.SECONDS)) {
                LOG.debug("{} waits no more", thread.getName());
            }
        }
    }
}
