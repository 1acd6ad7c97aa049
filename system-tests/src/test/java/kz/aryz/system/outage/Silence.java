package kz.aryz.system.outage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import kz.aryz.quickstart.process.LocalKafka;

/** A broker that takes connections and says nothing, as one does whose machine is paused or whose disk hangs. */
final class Silence implements AutoCloseable {

    private final LocalKafka broker;
    private final AtomicReference<Moment> awaited = new AtomicReference<>();
    private final CountDownLatch begun = new CountDownLatch(1);

    Silence(LocalKafka broker) {
        this.broker = broker;
    }

    /** Lets it begin when a commit next comes to the moment. */
    void beginsAt(Moment moment) {
        awaited.set(moment);
    }

    /** A commit has come to a moment. */
    void reached(Moment moment) {
        if (awaited.compareAndSet(moment, null)) {
            send("STOP");
            begun.countDown();
        }
    }

    boolean hasBegunWithin(Duration patience) throws InterruptedException {
        return begun.await(patience.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        end();
    }

    void end() {
        send("CONT");
    }

    private void send(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(broker.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
