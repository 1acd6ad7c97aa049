package kz.aryz.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes commands and waits for what is answered. */
public final class Commands {

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final Producer<String, CaseCommand> producer;
    private final Outcomes outcomes;
    private final BooleanSupplier listening;
    private final Duration patience;

    /**
     * @param producer for cases.commands; stays the caller's to close
     * @param outcomes is given what is answered
     * @param listening whether it is by now: nothing is asked before
     * @param patience how long to wait for the record to be written and for the answer to come
     */
    public Commands(
            Producer<String, CaseCommand> producer, Outcomes outcomes, BooleanSupplier listening, Duration patience) {
        this.producer = producer;
        this.outcomes = outcomes;
        this.listening = listening;
        this.patience = patience;
    }

    /** The answer; empty where nobody knows whether the command was or will be done: to be repeated with the same id. */
    public Optional<CommandOutcome> ask(CaseCommand command) throws InterruptedException {
        return put(command) instanceof Reply.Answered answered ? Optional.of(answered.outcome()) : Optional.empty();
    }

    /** Writes the command and waits for what is answered to it. */
    public Reply put(CaseCommand command) throws InterruptedException {
        if (!listening.getAsBoolean()) {
            return new Reply.Unwritten();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        String id = command.getCommandId();
        CompletableFuture<CommandOutcome> answer = outcomes.await(id);
        try {
            producer.send(Topics.COMMANDS.record(command.getComplaintId(), command.getComplaintId(), command))
                    .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return answered(answer, deadline);
        } catch (TimeoutException | ExecutionException | KafkaException unwritten) {
            LOG.warn(
                    "a command was not written for certain: {}",
                    unwritten.getClass().getSimpleName());
            return new Reply.Unwritten();
        } finally {
            outcomes.forget(id, answer);
        }
    }

    private static Reply answered(CompletableFuture<CommandOutcome> answer, long deadline)
            throws InterruptedException, ExecutionException {
        try {
            return new Reply.Answered(answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            LOG.warn("a command is not answered yet");
            return new Reply.Noted();
        }
    }
}
