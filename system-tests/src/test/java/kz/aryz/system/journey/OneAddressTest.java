package kz.aryz.system.journey;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.Uses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A place of detention has one address for all who are in it: so many complaints come from there, and so may guesses of receipt
 * keys. Nobody there is shut out, and what gets slow is guessing.
 */
@Uses(SharedAryz.class)
class OneAddressTest {

    private static final int COMPLAINTS = 200;
    private static final int AT_ONCE = 8;

    /** More than three times as many as are taken for typing mistakes. */
    private static final int GUESSES = 200;

    /** Wrong keys that are answered at once; each second lets one more be. */
    private static final int MISTAKES = 60;

    /** What an answer takes beyond them. */
    private static final Duration SLOW = Duration.ofMillis(1_500);

    /** What guessing may cost whoever has a key. */
    private static final Duration MOST = Duration.ofSeconds(2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Addresses addresses = SharedAryz.get().addresses();
    private final HttpClient shared = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        shared.close();
    }

    /**
     * The faster they come the more of an attack they look like: nothing paces them but the answers. How many that makes in a
     * minute is the machine's to say and not asked here; on one that is not slow it is all of them.
     */
    @Test
    void twoHundredComplaintsInARowFromOneAddressAreAllTakenInAndOnTheTopic() throws Exception {
        List<JsonNode> receipts = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<HttpResponse<String>> answer : senders.invokeAll(
                    IntStream.range(0, COMPLAINTS).mapToObj(this::complaint).toList())) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                receipts.add(JSON.readTree(answer.get().body()));
            }
        }

        Set<String> numbers = new HashSet<>();
        receipts.forEach(receipt -> numbers.add(receipt.path("complaintNumber").asText()));
        assertThat(numbers).hasSize(COMPLAINTS);
        assertThat(new Register(addresses)
                        .submissions().stream()
                                .map(submission ->
                                        submission.getComplaintReceived().getComplaintNumber()))
                .containsAll(numbers);
    }

    private Callable<HttpResponse<String>> complaint(int number) {
        return () -> shared.send(
                HttpRequest.newBuilder(addresses.intakeUrl().resolve("/api/v1/complaints"))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "one-address-" + number + "-" + UUID.randomUUID())
                        .POST(BodyPublishers.ofString(harmless().toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Of which nobody has to be told: two hundred mails were other tests' to wait for. */
    private static ObjectNode harmless() {
        ObjectNode complaint = Complaints.torture("WEB_FORM", "ru");
        complaint.put("narrative", "Не выдают посылку с книгами.");
        complaint.putArray("declaredTypes").add("PROPERTY");
        return complaint;
    }

    /** An answer measured to be quick was quick: a busy machine only makes fewer of them. */
    @Test
    void ofManyGuessesAtOnceNoMoreAreAnsweredAtOnceThanThereAreMistakesToForgive() throws Exception {
        long began = System.nanoTime();

        List<Timed> guesses = guess(GUESSES);

        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        assertThat(guesses).hasSize(GUESSES).extracting(Timed::status).containsOnly(404);
        assertThat(guesses)
                .filteredOn(guess -> guess.time().compareTo(SLOW) < 0)
                .hasSizeLessThanOrEqualTo((int) (MISTAKES + seconds + 1));
    }

    /**
     * How slow the machine is shows in answers that know of no guessing, asked for between the others. A moment in which it is
     * slower than in those passes; where guessing is to blame, none is better.
     */
    @Test
    void whileSomebodyGuessesWhoHasAKeyWaitsNoMoreThanTwoSecondsAtThatAddressAndAtAnother() throws Exception {
        HttpResponse<String> receipt = complaint(0).call();
        String key = JSON.readTree(receipt.body()).path("receiptKey").asText();
        try (HttpClient elsewhere = HttpClient.newBuilder()
                        .localAddress(InetAddress.getByName("127.0.0.2"))
                        .build();
                Guesser guesser = new Guesser()) {
            guesser.awaitSlow();
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThatNobodyWaitsLong(key, List.of(shared, elsewhere));
                assertThat(complaint(1).call().statusCode()).isEqualTo(201);
            });
        }
    }

    /** Three answers at each address. */
    private void assertThatNobodyWaitsLong(String key, List<HttpClient> clients) throws Exception {
        List<Timed> withKey = new ArrayList<>();
        List<Timed> without = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            for (HttpClient client : clients) {
                withKey.add(status(client, key));
                without.add(timed(
                        client, HttpRequest.newBuilder(addresses.intakeUrl().resolve("/status"))));
            }
        }
        Duration slowest =
                without.stream().map(Timed::time).max(Duration::compareTo).orElseThrow();
        assertThat(withKey).extracting(Timed::status).containsOnly(200);
        assertThat(withKey).allSatisfy(answer -> assertThat(answer.time()).isLessThan(MOST.plus(slowest)));
    }

    /** An answer and what it took. */
    private record Timed(int status, Duration time) {}

    private List<Timed> guess(int guesses) throws Exception {
        List<Timed> answers = new ArrayList<>();
        try (ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Timed>> all = Stream.generate(UUID::randomUUID)
                    .limit(guesses)
                    .map(guess -> (Callable<Timed>) () -> status(shared, guess.toString()))
                    .toList();
            for (Future<Timed> answer : guessers.invokeAll(all)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private Timed status(HttpClient client, String key) throws Exception {
        URI address = addresses.intakeUrl().resolve("/api/v1/status");
        return timed(client, HttpRequest.newBuilder(address).header("Receipt-Key", key));
    }

    private static Timed timed(HttpClient client, HttpRequest.Builder request) throws Exception {
        long began = System.nanoTime();
        int status = client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                .statusCode();
        return new Timed(status, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Somebody at the shared address who guesses until they are stopped. */
    private final class Guesser implements AutoCloseable {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<?> guessing;
        private volatile boolean stopped;

        Guesser() {
            guessing = thread.submit(() -> {
                while (!stopped) {
                    guess(MISTAKES);
                }
                return null;
            });
        }

        /** Until no mistake is left to forgive. */
        void awaitSlow() {
            await().atMost(PATIENCE)
                    .until(
                            () -> status(shared, UUID.randomUUID().toString()),
                            answer -> answer.time().compareTo(SLOW) >= 0);
        }

        @Override
        public void close() {
            stopped = true;
            thread.close();
            assertThat(guessing.state()).isEqualTo(Future.State.SUCCESS);
        }
    }
}
