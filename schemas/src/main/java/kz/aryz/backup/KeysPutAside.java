package kz.aryz.backup;

import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Rows of {@code complaints.keys} that were put aside as dead letters. Each is a wrapped key, and so is in no part with data; the
 * row itself is in the part with the wrapped keys for as long as nobody destroys it. Counts them. For one thread.
 */
final class KeysPutAside {

    private long count;

    /** Whether it is one of them. What takes one away is none. */
    boolean leaveOut(ConsumerRecord<byte[], byte[]> record) {
        boolean isKey = record.value() != null && DeadLetterHeaders.isFrom(Topics.KEYS, record.headers());
        count += isKey ? 1 : 0;
        return isKey;
    }

    /** How many there were. */
    long count() {
        return count;
    }
}
