package kz.aryz.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final String COMMAND = "command";
    private static final CommandOutcome DONE = CommandOutcome.newBuilder()
            .setCommandId(COMMAND)
            .setComplaintId("complaint")
            .setVerdict(CommandVerdict.ACCEPTED)
            .setAt(Instant.EPOCH)
            .build();

    private final Outcomes outcomes = new Outcomes();

    @Test
    void whoeverWaitsForACommandHearsWhatIsAnswered() {
        CompletableFuture<CommandOutcome> one = outcomes.await(COMMAND);
        CompletableFuture<CommandOutcome> other = outcomes.await(COMMAND);
        CompletableFuture<CommandOutcome> stranger = outcomes.await("another");

        outcomes.take(COMMAND, DONE);

        assertThat(one).isCompletedWithValue(DONE);
        assertThat(other).isCompletedWithValue(DONE);
        assertThat(stranger).isNotDone();
    }

    @Test
    void whoeverWaitsNoMoreTakesNoAnswerFromTheOthers() {
        CompletableFuture<CommandOutcome> impatient = outcomes.await(COMMAND);
        CompletableFuture<CommandOutcome> repeated = outcomes.await(COMMAND);

        outcomes.forget(COMMAND, impatient);
        outcomes.take(COMMAND, DONE);

        assertThat(repeated).isCompletedWithValue(DONE);
        assertThat(impatient).isCancelled();
    }

    @Test
    void whatIsNoAnswerEndsNoWaiting() {
        CompletableFuture<CommandOutcome> waiting = outcomes.await(COMMAND);

        outcomes.take(COMMAND, null);
        outcomes.take(COMMAND, DONE);

        assertThat(waiting).isCompletedWithValue(DONE);
    }
}
