package kz.aryz.system.instances;

import static kz.aryz.system.Patience.PATIENCE;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.system.Http;
import kz.aryz.system.Http.Answer;
import kz.aryz.system.journey.Complaints;

/** Several complaints under the same idempotency key, to both instances at the same moment, for many keys. */
final class Race {

    private static final int KEYS_AT_ONCE = 4;

    /** Answers that settle a request; after any other, and after none, it is repeated under the same key. */
    private static final Set<Integer> SETTLED = Set.of(201, 409);

    /** Each is sent to each instance twice, so that the same and the other meet everywhere. */
    private static final List<JsonNode> BODIES =
            List.of(Complaints.torture("WEB_FORM", "ru"), Complaints.torture("WEB_FORM", "kk"));

    private static final int EACH = 2;

    private final Http http;
    private final Twins intake;

    Race(Http http, Twins intake) {
        this.http = http;
        this.intake = intake;
    }

    /**
     * Runs a heat for every key.
     *
     * @param disturbance happens once some are over and others are not
     */
    List<Heat> run(int keys, Runnable disturbance) throws Exception {
        try (ExecutorService runners = Executors.newFixedThreadPool(KEYS_AT_ONCE)) {
            List<Future<Heat>> heats = IntStream.range(0, keys)
                    .mapToObj(any -> runners.submit(() -> heat(UUID.randomUUID().toString())))
                    .toList();
            await().atMost(PATIENCE)
                    .until(() -> heats.stream().filter(Future::isDone).count() >= keys / 5);
            disturbance.run();
            return all(heats);
        }
    }

    /** Sends under the keys of earlier heats what was sent then. */
    List<Heat> again(Collection<Heat> heats) throws Exception {
        try (ExecutorService runners = Executors.newFixedThreadPool(KEYS_AT_ONCE)) {
            return all(heats.stream()
                    .map(heat -> runners.submit(() -> heat(heat.key())))
                    .toList());
        }
    }

    private Heat heat(String key) throws Exception {
        List<Callable<Attempt>> attempts = attempts(key);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new Heat(key, all(threads.invokeAll(attempts)));
        }
    }

    private List<Callable<Attempt>> attempts(String key) {
        CyclicBarrier start = new CyclicBarrier(BODIES.size() * intake.both().size() * EACH);
        return Stream.generate(BODIES::stream)
                .limit(EACH)
                .flatMap(bodies -> bodies)
                .flatMap(body -> Stream.of(intake.first(), intake.second())
                        .<Callable<Attempt>>map(instance -> () -> attempt(start, key, body, instance)))
                .toList();
    }

    private Attempt attempt(CyclicBarrier start, String key, JsonNode body, Instance instance)
            throws InterruptedException, BrokenBarrierException {
        start.await();
        Iterator<Instance> inTurn = inTurn(instance);
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(
                        () -> new Attempt(body, send(key, body, inTurn.next())),
                        attempt -> SETTLED.contains(attempt.answer().status()));
    }

    /** The instance, then the other, as a balancer of loads would have it. */
    private Iterator<Instance> inTurn(Instance first) {
        Instance other = first.equals(intake.first()) ? intake.second() : intake.first();
        return Stream.iterate(first, last -> last.equals(first) ? other : first).iterator();
    }

    private Answer send(String key, JsonNode body, Instance instance) throws IOException {
        return http.post(instance.resolve("/api/v1/complaints"), body.toString(), Map.of("Idempotency-Key", key));
    }

    private static <T> List<T> all(Collection<Future<T>> futures) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
