package kz.aryz.notifier;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.MockConsumer;

/** What a thread does with its consumer. */
public final class Polls {

    private Polls() {}

    /** Until the thread asks its consumer for records again. */
    public static void awaitAnother(MockConsumer<?, ?> consumer) {
        AtomicBoolean polled = new AtomicBoolean();
        consumer.schedulePollTask(() -> polled.set(true));
        await().untilTrue(polled);
    }

    /** Until it has done a whole step: that which was under way has ended before. */
    public static void awaitAnotherStep(MockConsumer<?, ?> consumer) {
        awaitAnother(consumer);
        awaitAnother(consumer);
    }
}
