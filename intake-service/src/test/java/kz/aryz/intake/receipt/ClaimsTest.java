package kz.aryz.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.intake.log.Deadline;
import kz.aryz.intake.log.InMemoryLog;
import kz.aryz.intake.log.Log;
import kz.aryz.intake.log.LogUnavailable;
import kz.aryz.schema.Claimed;
import kz.aryz.topic.Topic;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final String ID = "complaint";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    /** Whatever the order in which instances read and write, one claim decides, and everybody sees the same one. */
    @Property(tries = 500)
    void anyInterleavingGivesOneDecision(
            @ForAll @Size(min = 2, max = 4) List<@IntRange(min = 0, max = 1) Integer> bodies,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 3) Integer> order) {
        InMemoryLog shared = new InMemoryLog();
        Turns turns = new Turns(order.stream().map(who -> who % bodies.size()).toList());

        List<CompletableFuture<Decision>> running = IntStream.range(0, bodies.size())
                .mapToObj(who -> start(who, proposal(who, bodies.get(who)), shared.restarted(), turns))
                .toList();
        List<Decision> decisions = running.stream().map(CompletableFuture::join).toList();

        Claimed winner = decisions.stream()
                .flatMap(
                        decision -> decision instanceof Decision.First first ? Stream.of(first.claimed()) : Stream.of())
                .reduce((one, other) -> {
                    throw new AssertionError("two were the first");
                })
                .orElseThrow();
        for (int who = 0; who < bodies.size(); who++) {
            boolean sameBody = proposal(who, bodies.get(who)).getBodyMac().equals(winner.getBodyMac());
            switch (decisions.get(who)) {
                case Decision.First first -> assertThat(first.claimed()).isEqualTo(winner);
                case Decision.Repeated repeated -> {
                    assertThat(sameBody).isTrue();
                    assertThat(repeated.claimed()).isEqualTo(winner);
                }
                case Decision.Conflict conflict -> assertThat(sameBody).isFalse();
            }
        }
    }

    @Test
    void writesNothingWhereThereIsAClaim() throws LogUnavailable {
        InMemoryLog log = new InMemoryLog();
        decide(log, proposal(1, 0));

        InMemoryLog restarted = log.restarted();
        assertThat(decide(restarted, proposal(2, 0))).isEqualTo(new Decision.Repeated(proposal(1, 0)));
        assertThat(decide(restarted, proposal(2, 1))).isEqualTo(new Decision.Conflict());
        assertThat(log.entries()).hasSize(1);
    }

    @Test
    void waitsForWhoeverIsPublishingButNotForLong() throws LogUnavailable {
        InMemoryLog log = new InMemoryLog();
        Claims claims = new Claims(log, log.receipts());
        decide(log, proposal(1, 0));

        assertThat(claims.answered(ID, Duration.ofMillis(10))).isEmpty();
        claims.noteAnswered(ID, Instant.EPOCH);
        assertThat(claims.answered(ID, PATIENCE)).contains(Instant.EPOCH);
    }

    @Test
    void theFirstNoteOfAnAnswerSaysWhen() throws LogUnavailable {
        InMemoryLog log = new InMemoryLog();
        Claims claims = new Claims(log, log.receipts());
        decide(log, proposal(1, 0));

        claims.noteAnswered(ID, Instant.EPOCH);
        claims.noteAnswered(ID, Instant.EPOCH.plusSeconds(1));

        assertThat(claims.answered(ID, PATIENCE)).contains(Instant.EPOCH);
    }

    @Test
    void onlyWhatThereIsIsLeftAndOnlyOnce() throws LogUnavailable {
        InMemoryLog log = new InMemoryLog();
        Claims claims = new Claims(log, log.receipts());

        claims.leave(ID, Instant.EPOCH, Deadline.in(PATIENCE));
        assertThat(claims.isLeft(ID)).isFalse();
        assertThat(log.entries()).isEmpty();

        decide(log, proposal(1, 0));
        claims.leave(ID, Instant.EPOCH, Deadline.in(PATIENCE));
        claims.leave(ID, Instant.EPOCH, Deadline.in(PATIENCE));
        assertThat(claims.isLeft(ID)).isTrue();
        assertThat(log.entries()).hasSize(2);
    }

    private static Decision decide(InMemoryLog log, Claimed proposal) throws LogUnavailable {
        return new Claims(log, log.receipts()).decide(ID, proposal, Deadline.in(PATIENCE));
    }

    private static CompletableFuture<Decision> start(int who, Claimed proposal, InMemoryLog log, Turns turns) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return new Claims(new InTurn(log, turns, who), log.receipts())
                                .decide(ID, proposal, Deadline.in(PATIENCE));
                    } catch (LogUnavailable e) {
                        throw new AssertionError(e);
                    } finally {
                        turns.finish(who);
                    }
                },
                THREADS);
    }

    private static Claimed proposal(int who, int body) {
        return Claimed.newBuilder()
                .setBodyMac(ByteBuffer.wrap(new byte[] {(byte) body}))
                .setComplaintNumber("number")
                .setStatusKey("status " + body)
                .setReceivedAt(Instant.ofEpochMilli(who))
                .setGaps(new ArrayList<>())
                .build();
    }

    /** Takes each step when it is its turn. */
    private record InTurn(Log log, Turns turns, int who) implements Log {

        @Override
        public <V> Future<Long> append(Topic<V> topic, String complaintId, String key, V value) throws LogUnavailable {
            turns.take(who);
            return log.append(topic, complaintId, key, value);
        }

        @Override
        public Future<Long> end(Topic<?> topic, String complaintId) throws LogUnavailable {
            turns.take(who);
            return log.end(topic, complaintId);
        }
    }
}
