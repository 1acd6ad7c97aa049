package kz.aryz.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.alert.Doubling;
import kz.aryz.notifier.mail.MailSender;
import kz.aryz.notifier.mail.SendResult;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeliveryTest {

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final MockProducer<String, DeliveryOutcome> producer =
            new MockProducer<>(true, null, new StringSerializer(), serdes.serializer(Topics.OUTCOMES));
    private final List<MailDue> sent = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void reportsAMessageThatWasTaken() throws Exception {
        Obligation obligation = Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT);

        delivery(SendResult.OK).make(bytes(Records.attempt(obligation, 3)));

        assertThat(sent).containsExactly(Records.mail(obligation));
        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(obligation.getObligationId());
            assertThat(record.partition()).isEqualTo(Topics.OUTCOMES.partition(Records.COMPLAINT));
            assertThat(record.value().getKind()).isEqualTo(DeliveryResult.DELIVERED);
            assertThat(record.value().getNumber()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "OK")
    void reportsEveryFailureAlike(SendResult result) throws Exception {
        delivery(result).make(bytes(Records.attempt(Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT), 3)));

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.value().getKind()).isEqualTo(DeliveryResult.FAILED);
            assertThat(record.value().getCode()).isEqualTo(result.name());
        });
        assertThat(metrics.counter("aryz.deliveries", "result", result.name()).count())
                .isEqualTo(1);
    }

    @Test
    void reportsOnThePartitionOfTheObligationWhereTheComplaintIsUnknown() throws Exception {
        Obligation obligation = Records.deadLetter(Records.RECEIVED_AT);

        delivery(SendResult.OK).make(bytes(Records.attempt(obligation, 3)));

        assertThat(producer.history().getFirst().partition())
                .isEqualTo(Topics.OBLIGATIONS.partition(obligation.getObligationId()));
    }

    @Test
    void sendsNothingForBytesThatAreNoAttempt() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> delivery(SendResult.OK).make(new byte[] {1, 2, 3}));

        assertThat(sent).isEmpty();
    }

    @Test
    void makesNoAttemptThatIsPast() throws Exception {
        byte[] attempt = bytes(Records.attempt(Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT), 3));

        delivery(kept(SendResult.OK), past -> true).make(attempt);

        assertThat(sent).isEmpty();
        assertThat(producer.history()).isEmpty();
    }

    private Delivery delivery(SendResult result) {
        return delivery(kept(result), attempt -> false);
    }

    private MailSender kept(SendResult result) {
        return mail -> {
            sent.add(mail);
            return result;
        };
    }

    private Delivery delivery(MailSender sender, Predicate<DeliveryAttempt> past) {
        return new Delivery(
                serdes.deserializer(Topics.ATTEMPTS),
                past,
                new TimeLimitedSender(sender, new Doubling(Duration.ofSeconds(10), Duration.ofSeconds(10))),
                new OutcomeWriter(producer),
                metrics,
                Clock.fixed(Records.RECEIVED_AT, ZoneOffset.UTC));
    }

    private byte[] bytes(DeliveryAttempt attempt) {
        return serdes.serializer(Topics.ATTEMPTS).serialize(Topics.ATTEMPTS.name(), attempt);
    }
}
