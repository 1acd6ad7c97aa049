package kz.aryz.shredding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

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
            String keyRef = DeadLetterHeaders.keyOn(Topics.KEYS, message.headers());
            if (message.value() != null && !keyRef.isEmpty()) {
                open.put(message.key(), new PutAside(message.topic(), message.partition(), message.key(), keyRef));
            }
        }

        Collection<PutAside> all() {
            return List.copyOf(open.values());
        }
    }
}
