package kz.aryz.runtime.streams;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks every instance for what it holds, all at once. What could not be asked is said, never silently left out. */
public final class Gathering<S> {

    private final Supplier<List<Holder<S>>> holders;
    private final int partitions;
    private final Duration patience;

    /**
     * @param holders who holds what, now
     * @param partitions how many partitions make the whole
     * @param patience how long one instance may take
     */
    public Gathering(Supplier<List<Holder<S>>> holders, int partitions, Duration patience) {
        this.holders = holders;
        this.partitions = partitions;
        this.patience = patience;
    }

    /** The answers that hold something; who fails or takes too long is left out. */
    public <A extends Answer> Gathered<A> ask(Function<Holder<S>, A> question) {
        List<Callable<A>> questions = holders.get().stream()
                .<Callable<A>>map(holder -> () -> question.apply(holder))
                .toList();
        List<A> answers = all(questions).stream()
                .filter(answer -> !answer.answered().isEmpty())
                .toList();
        Set<Integer> answered = new HashSet<>();
        answers.forEach(answer -> answered.addAll(answer.answered()));
        return new Gathered<>(answers, answered.size() < partitions);
    }

    private <A> List<A> all(List<Callable<A>> questions) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .flatMap(answer -> answerOf(answer).stream())
                    .toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static <A> Optional<A> answerOf(Future<A> answer) {
        return answer.state() == Future.State.SUCCESS ? Optional.of(answer.resultNow()) : Optional.empty();
    }
}
