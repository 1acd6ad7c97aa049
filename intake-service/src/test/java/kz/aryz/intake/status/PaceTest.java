package kz.aryz.intake.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now;
    private final Pace pace = Pace.of(
            new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return now;
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            },
            nanos -> now += nanos);

    @Test
    void rightKeysAreAnsweredAtOnceHoweverManyCome() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(rightKey()).isZero();
        }
    }

    @Test
    void typingMistakesAreAnsweredAtOnce() {
        for (int i = 0; i < Pace.MISTAKES; i++) {
            assertThat(wrongKey()).isZero();
        }
    }

    @Test
    void whileSomebodyGuessesARightKeyIsAnsweredNoSoonerAndNoLaterThanAWrongOne() {
        guess();

        assertThat(wrongKey()).isEqualTo(Pace.SLOW);
        guess();
        assertThat(rightKey()).isEqualTo(Pace.SLOW).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void ofManyGuessesAtOnceNoMoreAreAnsweredAtOnceThanThereAreMistakesToForgive() {
        List<Duration> taken = new ArrayList<>();

        guessWhileOthersAreLookedFor(3 * Pace.MISTAKES, taken);

        assertThat(taken).hasSize(3 * Pace.MISTAKES);
        assertThat(taken).filteredOn(Pace.SLOW::equals).hasSize(2 * Pace.MISTAKES);
    }

    /** Each begins while those before it have not been found to be wrong. */
    private void guessWhileOthersAreLookedFor(int guesses, List<Duration> taken) {
        if (guesses > 0) {
            taken.add(taken(() -> {
                guessWhileOthersAreLookedFor(guesses - 1, taken);
                return Optional.empty();
            }));
        }
    }

    @Test
    void whatTheLookItselfTakesIsPartOfTheTime() {
        guess();

        Duration taken = taken(() -> {
            now += Pace.SLOW.dividedBy(3).toNanos();
            return Optional.of("found");
        });

        assertThat(taken).isEqualTo(Pace.SLOW);
    }

    @Test
    void isQuickAgainWhenTheGuessingIsOver() {
        guess();

        now += Duration.ofSeconds(2).toNanos();

        assertThat(rightKey()).isZero();
    }

    /** So many wrong keys at once that no mistake is left to forgive. */
    private void guess() {
        long before = now;
        do {
            now = before;
        } while (wrongKey().isZero());
        now = before;
    }

    private Duration wrongKey() {
        return taken(Optional::empty);
    }

    private Duration rightKey() {
        return taken(() -> Optional.of("found"));
    }

    private Duration taken(Supplier<Optional<String>> look) {
        long before = now;
        pace.keep(look);
        return Duration.ofNanos(now - before);
    }
}
