package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Priority;
import kz.aryz.triage.queue.IndexKey;
import org.junit.jupiter.api.Test;

class DeskQueuesTest {

    private static final String UNIT = "PROS.KZ-75";
    private static final Instant START = Instant.parse("2022-01-05T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Still enough for whoever has the answer at hand. */
    private static final Duration LITTLE_PATIENCE = Duration.ofSeconds(2);

    @Test
    void mergesTheInstancesIntoOneOrderOfWork() {
        DeskQueues queues = queues(
                new Holder<>(new Fixed(entry(3, Priority.P1), entry(1, Priority.P2)), Set.of(0, 1)),
                new Holder<>(new Fixed(entry(4, Priority.P0), entry(2, Priority.P1)), Set.of(2)));

        QueuePage page =
                queues.page(QueuePart.whole(UNIT), Optional.empty(), 10).orElseThrow();

        assertThat(page.items()).extracting(QueueEntry::complaintId).containsExactly("4", "2", "3", "1");
        assertThat(page.next()).isNull();
        assertThat(page.partial()).isFalse();
    }

    @Test
    void pagesNeitherRepeatNorLeaveOut() {
        QueueEntry[] entries =
                IntStream.range(0, 25).mapToObj(id -> entry(id, Priority.P1)).toArray(QueueEntry[]::new);
        DeskQueues queues = queues(new Holder<>(new Fixed(entries), Set.of(0, 1, 2)));

        List<String> read = new ArrayList<>();
        Optional<IndexKey> after = Optional.empty();
        do {
            QueuePage page = queues.page(QueuePart.whole(UNIT), after, 10).orElseThrow();
            page.items().forEach(item -> read.add(item.complaintId()));
            after = Optional.ofNullable(page.next()).flatMap(next -> Cursor.decode(UNIT, next));
        } while (after.isPresent());

        assertThat(read)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25).mapToObj(String::valueOf).toList());
    }

    @Test
    void saysThatAnInstanceThatFailsIsMissing() {
        Slices broken = new Broken();
        DeskQueues queues =
                queues(new Holder<>(new Fixed(entry(1, Priority.P1)), Set.of(0, 1)), new Holder<>(broken, Set.of(2)));

        assertThat(queues.page(QueuePart.whole(UNIT), Optional.empty(), 10)
                        .orElseThrow()
                        .partial())
                .isTrue();
        assertThat(queues.counts(List.of(UNIT), Optional.empty()).orElseThrow().partial())
                .isTrue();
    }

    @Test
    void doesNotWaitForAnInstanceThatHangs() {
        Slices hanging = new Hanging();
        DeskQueues queues = queues(
                LITTLE_PATIENCE,
                new Holder<>(new Fixed(entry(1, Priority.P1)), Set.of(0, 1)),
                new Holder<>(hanging, Set.of(2)));

        QueuePage page =
                queues.page(QueuePart.whole(UNIT), Optional.empty(), 10).orElseThrow();

        assertThat(page.items()).hasSize(1);
        assertThat(page.partial()).isTrue();
    }

    @Test
    void isEmptyWhenNobodyAnswers() {
        assertThat(queues().page(QueuePart.whole(UNIT), Optional.empty(), 10)).isEmpty();
        assertThat(queues(new Holder<>(new Broken(), Set.of(0, 1, 2))).counts(List.of(UNIT), Optional.empty()))
                .isEmpty();
    }

    @Test
    void countsEveryUnitAlsoOneThatIsNoLongerListed() {
        DeskQueues queues =
                queues(new Holder<>(new Fixed(entry(1, Priority.P1), entry(2, Priority.P2)), Set.of(0, 1, 2)));

        UnitCounts counts =
                queues.counts(List.of("PROS.SPECIAL"), Optional.empty()).orElseThrow();

        assertThat(counts.units()).containsExactly(new UnitCount(UNIT, 2), new UnitCount("PROS.SPECIAL", 0));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static DeskQueues queues(Holder<Slices>... holders) {
        return queues(PATIENCE, holders);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static DeskQueues queues(Duration patience, Holder<Slices>... holders) {
        return new DeskQueues(new Gathering<>(() -> List.of(holders), 3, patience));
    }

    private static QueueEntry entry(int id, Priority priority) {
        Instant receivedAt = START.plusSeconds(id);
        return new QueueEntry(
                Integer.toString(id),
                "N" + id,
                AllegationClass.A,
                priority,
                receivedAt.toString(),
                null,
                null,
                null,
                3);
    }

    /** An instance that holds these entries and answers for all that it is asked for. */
    private record Fixed(List<QueueEntry> entries) implements Slices {

        Fixed(QueueEntry... entries) {
            this(List.of(entries));
        }

        @Override
        public Slice slice(QueuePart part, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
            String unit = part.unit();
            String start = after.map(IndexKey::text).orElse("");
            return new Slice(
                    partitions,
                    entries.stream()
                            .sorted(Comparator.comparing(
                                    entry -> entry.place(unit).text()))
                            .filter(entry -> entry.place(unit).text().compareTo(start) > 0)
                            .limit(limit)
                            .toList());
        }

        @Override
        public Counts counts(Optional<String> assignee, Set<Integer> partitions) {
            return new Counts(partitions, Map.of(UNIT, (long) entries.size()));
        }

        @Override
        public Findings find(String complaintId, Set<Integer> partitions) {
            return new Findings(partitions, List.of());
        }
    }

    private static final class Broken implements Slices {

        @Override
        public Slice slice(QueuePart part, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
            throw new IllegalStateException("away");
        }

        @Override
        public Counts counts(Optional<String> assignee, Set<Integer> partitions) {
            throw new IllegalStateException("away");
        }

        @Override
        public Findings find(String complaintId, Set<Integer> partitions) {
            throw new IllegalStateException("away");
        }
    }

    private static final class Hanging implements Slices {

        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public Slice slice(QueuePart part, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
            await();
            return new Slice(partitions, List.of());
        }

        @Override
        public Counts counts(Optional<String> assignee, Set<Integer> partitions) {
            await();
            return new Counts(partitions, Map.of());
        }

        @Override
        public Findings find(String complaintId, Set<Integer> partitions) {
            await();
            return new Findings(partitions, List.of());
        }

        private void await() {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
