package kz.aryz.shredding;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A row of {@code complaints.keys} that a service could not process and put aside: one more place where a wrapped key lies,
 * and from which it could be sent again.
 *
 * @param topic the dead letters that it is among
 * @param partition of that topic
 * @param letter its key there
 * @param keyRef reference of the data key
 */
record PutAside(String topic, int partition, String letter, String keyRef) {

    /** What takes it away. */
    ProducerRecord<String, byte[]> settlement() {
        return new ProducerRecord<>(topic, partition, letter, null);
    }

    /** Those of one topic that nobody has settled. */
    static final class Open {

        private final Map<String, PutAside> open = new LinkedHashMap<>();

        void take(ConsumerRecord<String, byte[]> message) {
            open.remove(message.key());
            if (message.value() != null && Topics.KEYS.name().equals(text(message, DeadLetterHeaders.TOPIC))) {
                String keyRef = text(message, DeadLetterHeaders.KEY);
                open.put(message.key(), new PutAside(message.topic(), message.partition(), message.key(), keyRef));
            }
        }

        Collection<PutAside> all() {
            return List.copyOf(open.values());
        }

        private static String text(ConsumerRecord<String, byte[]> message, String name) {
            return Optional.ofNullable(message.headers().lastHeader(name))
                    .map(Header::value)
                    .map(value -> new String(value, StandardCharsets.UTF_8))
                    .orElse("");
        }
    }
}
