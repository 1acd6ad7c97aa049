package kz.aryz.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import kz.aryz.notifier.mail.SendResult;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryAttemptKind;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.serde.RegistryUnavailableException;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one delivery: reads the attempt, sends the message, writes the outcome. While registry or broker is away it waits
 * for them: a message that was sent is reported on before anything else happens.
 */
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Deserializer<DeliveryAttempt> deserializer;
    private final Predicate<DeliveryAttempt> past;
    private final TimeLimitedSender sender;
    private final OutcomeWriter outcomes;
    private final MeterRegistry metrics;
    private final Clock clock;

    /** @param past tells attempts that need not be made any more */
    public Delivery(
            Deserializer<DeliveryAttempt> deserializer,
            Predicate<DeliveryAttempt> past,
            TimeLimitedSender sender,
            OutcomeWriter outcomes,
            MeterRegistry metrics,
            Clock clock) {
        this.deserializer = deserializer;
        this.past = past;
        this.sender = sender;
        this.outcomes = outcomes;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Returns once the outcome is written; at once, without sending, where the attempt is past.
     *
     * @throws SerializationException if the bytes are no attempt that this version knows; nothing was sent
     */
    void make(byte[] bytes) throws ExecutionException, InterruptedException {
        DeliveryAttempt attempt = read(bytes);
        if (past.test(attempt)) {
            count("PAST");
            return;
        }
        SendResult result = sender.send(attempt.getMail(), attempt.getNumber());
        count(result.name());
        if (!result.delivered()) {
            LOG.warn(
                    "attempt {} of obligation {} ended with {}",
                    attempt.getNumber(),
                    attempt.getObligationId(),
                    result);
        }
        write(outcome(attempt, result));
    }

    private void count(String result) {
        metrics.counter("aryz.deliveries", "result", result).increment();
    }

    private DeliveryAttempt read(byte[] bytes) throws InterruptedException {
        while (true) {
            try {
                return known(Objects.requireNonNull(deserializer.deserialize(Topics.ATTEMPTS.name(), bytes)));
            } catch (RegistryUnavailableException away) {
                Thread.sleep(PAUSE);
            }
        }
    }

    private static DeliveryAttempt known(DeliveryAttempt attempt) {
        if (attempt.getKind() != DeliveryAttemptKind.MAIL_DUE || attempt.getMail() == null) {
            throw new SerializationException("an attempt of a kind that this version does not know");
        }
        return attempt;
    }

    private void write(DeliveryOutcome outcome) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                outcomes.write(outcome);
                return;
            } catch (RegistryUnavailableException away) {
                Thread.sleep(PAUSE);
            } catch (ExecutionException failed) {
                rethrowUnlessRetriable(failed);
                Thread.sleep(PAUSE);
            }
        }
    }

    private static void rethrowUnlessRetriable(ExecutionException failed) throws ExecutionException {
        if (!(failed.getCause() instanceof RetriableException)) {
            throw failed;
        }
    }

    private DeliveryOutcome outcome(DeliveryAttempt attempt, SendResult result) {
        return DeliveryOutcome.newBuilder()
                .setKind(result.delivered() ? DeliveryResult.DELIVERED : DeliveryResult.FAILED)
                .setAttemptId(attempt.getAttemptId())
                .setObligationId(attempt.getObligationId())
                .setComplaintId(attempt.getComplaintId())
                .setNumber(attempt.getNumber())
                .setAt(clock.instant())
                .setCode(result.name())
                .build();
    }
}
