package kz.aryz.system.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private final LockedBroker broker = LockedBroker.get();

    @Test
    void whatMayNotBeSentAgainIsInNothingsWayAndTheAdministrators() throws Exception {
        String event = putAside(Topics.CASE_EVENTS, 1);
        String access = putAside(Topics.ACCESSES, 2);
        String command = putAside(Topics.COMMANDS, 3);
        String submission = putAside(Topics.SUBMISSIONS, 4);

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
    private String putAside(Topic<?> topic, long at) throws Exception {
        String key = topic.name() + "/0/0";
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.TRIAGE_DEAD_LETTERS.name(), 0, at, key, new byte[] {7});
        Map.of(
                        DeadLetterHeaders.CODE, "UNKNOWN_KIND",
                        DeadLetterHeaders.TOPIC, topic.name(),
                        DeadLetterHeaders.PARTITION, "0",
                        DeadLetterHeaders.OFFSET, "0")
                .forEach((name, text) -> letter.headers().add(name, text.getBytes(UTF_8)));
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                broker.clients(Principal.TRIAGE), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(letter).get();
        }
        return key;
    }
}
