package kz.aryz.system.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.aryz.quickstart.Aryz;
import kz.aryz.system.Uses;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@Uses(LockedBroker.class)
class RetryTest {

    private static final int MANY = 96;
    private static final byte[] LARGE = new byte[1_000_000];

    private final LockedBroker broker = LockedBroker.get();

    @Test
    void whatMayNotBeSentAgainIsInNothingsWayAndTheAdministrators() throws Exception {
        byte[] bytes = {7};
        String event = putAside(Topics.CASE_EVENTS, 0, 1, bytes);
        String access = putAside(Topics.ACCESSES, 0, 2, bytes);
        String command = putAside(Topics.COMMANDS, 0, 3, bytes);
        String submission = putAside(Topics.SUBMISSIONS, 0, 4, bytes);

        Commands.Outcome retried = retry(Principal.RETRY, "--all");

        assertThat(retried.code()).isEqualTo(1);
        assertThat(retried.said().lines())
                .containsExactly(
                        "not permitted " + event,
                        "not permitted " + access,
                        "sent again " + command,
                        "sent again " + submission);
        assertThat(open()).extracting(line -> line.split(" ", 2)[0]).containsExactly(event, access);
        assertThat(retry(Principal.ADMINISTRATOR, event, access).code()).isZero();
        assertThat(open()).isEmpty();
    }

    @Test
    void moreThanThereIsMemoryForIsListedAndAnyOfItSentAgain() throws Exception {
        List<String> letters = new ArrayList<>();
        for (int offset = 0; offset < MANY; offset++) {
            letters.add(putAside(Topics.SUBMISSIONS, offset, offset, LARGE));
        }
        try {
            assertThat(inLittleMemory(Principal.OPERATOR, "list"))
                    .extracting(line -> line.split(" ", 2)[0])
                    .containsExactlyElementsOf(letters);
            assertThat(inLittleMemory(Principal.RETRY, "retry", letters.getFirst(), letters.getLast()))
                    .containsExactly("sent again " + letters.getFirst(), "sent again " + letters.getLast());
            assertThat(open())
                    .extracting(line -> line.split(" ", 2)[0])
                    .containsExactlyElementsOf(letters.subList(1, MANY - 1));
        } finally {
            settle(letters);
        }
    }

    /** In a process with less memory than the letters take. */
    private List<String> inLittleMemory(Principal principal, String... words) throws Exception {
        Stream<String> program = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Aryz.class.getName(),
                "dead-letters");
        Stream<String> options = Stream.of(
                "--bootstrap-server",
                broker.commands().bootstrapServers(),
                "--config",
                broker.lock().file(principal).path().toString());
        Process aryz = new ProcessBuilder(Stream.of(program, Stream.of(words), options)
                        .flatMap(part -> part)
                        .toList())
                .redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader said = aryz.inputReader()) {
            List<String> lines = said.lines().toList();
            assertThat(aryz.waitFor()).isZero();
            return lines;
        }
    }

    private void settle(List<String> letters) throws Exception {
        try (Producer<String, byte[]> producer = asTriage()) {
            for (String letter : letters) {
                producer.send(new ProducerRecord<>(Topics.TRIAGE_DEAD_LETTERS.name(), 0, letter, null))
                        .get();
            }
        }
    }

    private Commands.Outcome retry(Principal principal, String... which) {
        Stream<String> words = Stream.concat(Stream.of("dead-letters", "retry"), Stream.of(which));
        return broker.commands().as(principal, words.toArray(String[]::new));
    }

    private List<String> open() {
        return broker.commands()
                .as(Principal.OPERATOR, "dead-letters", "list")
                .said()
                .lines()
                .toList();
    }

    /** As triage would; returns the key of the dead letter. */
    private String putAside(Topic<?> topic, int offset, long at, byte[] bytes) throws Exception {
        String key = topic.name() + "/0/" + offset;
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.TRIAGE_DEAD_LETTERS.name(), 0, at, key, bytes);
        Map.of(
                        DeadLetterHeaders.CODE,
                        "UNKNOWN_KIND",
                        DeadLetterHeaders.TOPIC,
                        topic.name(),
                        DeadLetterHeaders.PARTITION,
                        "0",
                        DeadLetterHeaders.OFFSET,
                        Integer.toString(offset))
                .forEach((name, text) -> letter.headers().add(name, text.getBytes(UTF_8)));
        try (Producer<String, byte[]> producer = asTriage()) {
            producer.send(letter).get();
        }
        return key;
    }

    private Producer<String, byte[]> asTriage() {
        return new KafkaProducer<>(broker.clients(Principal.TRIAGE), new StringSerializer(), new ByteArraySerializer());
    }
}
