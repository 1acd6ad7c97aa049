package kz.aryz.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.alert.Doubling;
import kz.aryz.notifier.mail.MailSender;
import kz.aryz.notifier.mail.SendResult;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.MailDue;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailLaneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final List<MailDue> sent = new CopyOnWriteArrayList<>();
    private final List<AcknowledgeType> acknowledged = new CopyOnWriteArrayList<>();
    private final Deque<ShareConsumer<byte[], byte[]>> consumers = new ConcurrentLinkedDeque<>();

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void takesAnotherConsumerWhereOneFails() throws Exception {
        consumers.add(failing(() -> new IllegalStateException("Unexpected error code 15")));
        consumers.add(new SingleRecordConsumer(attempt(), acknowledged::add));
        MailLane lane =
                lane(new MockProducer<>(true, null, new StringSerializer(), serdes.serializer(Topics.OUTCOMES)));

        Thread thread = Thread.ofPlatform().daemon().start(lane);

        await().atMost(PATIENCE).until(() -> acknowledged.contains(AcknowledgeType.ACCEPT));
        assertThat(sent).hasSize(1);
        lane.close();
        assertThat(thread.join(PATIENCE)).isTrue();
    }

    @Test
    void endsWhereTheBrokerRefusesIt() {
        consumers.add(failing(() -> GroupAuthorizationException.forGroupId(MailGroup.NAME)));

        assertThatThrownBy(lane(new MockProducer<>())::run).isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void isSilentWhenItIsInterruptedWhilePolling() {
        consumers.add(failing(() -> new InterruptException(new InterruptedException())));

        assertThatCode(lane(new MockProducer<>())::run).doesNotThrowAnyException();

        assertThat(Thread.interrupted()).isTrue();
    }

    /** Given back to the group, it would be sent again at once, and again. */
    @Test
    void putsAnAttemptAsideWhoseOutcomeNobodyTakes() throws Exception {
        MockProducer<String, DeliveryOutcome> producer =
                new MockProducer<>(false, null, new StringSerializer(), serdes.serializer(Topics.OUTCOMES));
        producer.sendException = new TopicAuthorizationException(Topics.OUTCOMES.name());
        consumers.add(new SingleRecordConsumer(attempt(), acknowledged::add));
        MailLane lane = lane(producer);

        Thread thread = Thread.ofPlatform().daemon().start(lane);

        await().atMost(PATIENCE).until(() -> acknowledged.contains(AcknowledgeType.REJECT));
        assertThat(sent).hasSize(1);
        lane.close();
        assertThat(thread.join(PATIENCE)).isTrue();
    }

    private MailLane lane(MockProducer<String, DeliveryOutcome> producer) {
        MailSender sender = mail -> {
            sent.add(mail);
            return SendResult.OK;
        };
        Delivery delivery = new Delivery(
                serdes.deserializer(Topics.ATTEMPTS),
                attempt -> false,
                new TimeLimitedSender(sender, new Doubling(PATIENCE, PATIENCE)),
                new OutcomeWriter(producer),
                new SimpleMeterRegistry(),
                Clock.fixed(Records.RECEIVED_AT, ZoneOffset.UTC));
        return new MailLane(consumers::remove, delivery, Duration.ofSeconds(10));
    }

    private ConsumerRecord<byte[], byte[]> attempt() {
        DeliveryAttempt attempt = Records.attempt(Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT), 1);
        byte[] value = serdes.serializer(Topics.ATTEMPTS).serialize(Topics.ATTEMPTS.name(), attempt);
        return new ConsumerRecord<>(Topics.ATTEMPTS.name(), 0, 0, new byte[0], value);
    }

    private static ShareConsumer<byte[], byte[]> failing(Supplier<RuntimeException> failure) {
        return new MockShareConsumer<>() {
            @Override
            public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                throw failure.get();
            }
        };
    }
}
