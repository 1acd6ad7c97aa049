package kz.aryz.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.alert.Doubling;
import kz.aryz.notifier.mail.MailSender;
import kz.aryz.notifier.mail.SendResult;
import kz.aryz.runtime.health.Health;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailLanesTest {

    private static final int LANES = 6;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final CountDownLatch hanging = new CountDownLatch(LANES);

    @AfterEach
    void close() {
        serdes.close();
    }

    /** The service as a whole has a few seconds to end: less than it takes to wait for one lane after the other. */
    @Test
    void closesInAMomentHoweverManyLanesHang() throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        MailLanes lanes =
                MailLanes.start(LANES, () -> new SingleRecordConsumer(attempt(), type -> {}), delivery(), failure::set);
        hanging.await();
        assertThat(lanes.health()).isEqualTo(Health.up());

        long start = System.nanoTime();
        lanes.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(LANES * 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> !lanes.health().equals(Health.up()));
        assertThat(failure.get()).isNull();
    }

    private Delivery delivery() {
        MailSender forEver = mail -> {
            hanging.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException brokenOff) {
                Thread.currentThread().interrupt();
            }
            return SendResult.BROKEN;
        };
        return new Delivery(
                serdes.deserializer(Topics.ATTEMPTS),
                attempt -> false,
                new TimeLimitedSender(forEver, new Doubling(LONG, LONG)),
                new OutcomeWriter(new MockProducer<>()),
                new SimpleMeterRegistry(),
                Clock.systemUTC());
    }

    private ConsumerRecord<byte[], byte[]> attempt() {
        DeliveryAttempt attempt = Records.attempt(Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT), 1);
        byte[] value = serdes.serializer(Topics.ATTEMPTS).serialize(Topics.ATTEMPTS.name(), attempt);
        return new ConsumerRecord<>(Topics.ATTEMPTS.name(), 0, 0, new byte[0], value);
    }
}
