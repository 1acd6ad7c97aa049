package kz.aryz.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(200);

    private record Partitions(Set<Integer> answered) implements Answer {}

    /** What an instance answers for the partitions it is asked for. */
    private interface Instance {
        Partitions held(Set<Integer> partitions) throws Exception;
    }

    @Test
    void isWholeWhenEveryPartitionAnswers() {
        Gathered<Partitions> gathered =
                ask(List.of(new Holder<>(Partitions::new, Set.of(0, 1)), new Holder<>(Partitions::new, Set.of(2))));

        assertThat(gathered.partial()).isFalse();
        assertThat(gathered.answers()).hasSize(2);
    }

    @Test
    void saysSoWhenAnInstanceFails() {
        Gathered<Partitions> gathered = ask(List.of(
                new Holder<>(Partitions::new, Set.of(0, 1)),
                new Holder<>(
                        partitions -> {
                            throw new IllegalStateException("gone");
                        },
                        Set.of(2))));

        assertThat(gathered.partial()).isTrue();
        assertThat(gathered.answers()).containsExactly(new Partitions(Set.of(0, 1)));
    }

    @Test
    void doesNotWaitForAnInstanceThatHangs() {
        CountDownLatch never = new CountDownLatch(1);

        Gathered<Partitions> gathered = ask(
                List.of(
                        new Holder<>(Partitions::new, Set.of(0)),
                        new Holder<>(
                                partitions -> {
                                    never.await();
                                    return new Partitions(partitions);
                                },
                                Set.of(1, 2))),
                LITTLE_PATIENCE);

        assertThat(gathered.partial()).isTrue();
    }

    @Test
    void isEmptyWhenNobodyHoldsAnything() {
        assertThat(ask(List.of()).isEmpty()).isTrue();
    }

    private static Gathered<Partitions> ask(List<Holder<Instance>> holders) {
        return ask(holders, PATIENCE);
    }

    private static Gathered<Partitions> ask(List<Holder<Instance>> holders, Duration patience) {
        return new Gathering<>(() -> holders, 3, patience).ask(holder -> {
            try {
                return holder.contents().held(holder.partitions());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
