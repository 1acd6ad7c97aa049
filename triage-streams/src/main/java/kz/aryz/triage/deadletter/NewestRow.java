package kz.aryz.triage.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where the newest row of a key lies, of those that were seen. For one thread. */
final class NewestRow {

    private static final long NOWHERE = -1;

    private final String key;
    private long offset = NOWHERE;

    NewestRow(String key) {
        this.key = key;
    }

    void see(ConsumerRecord<String, byte[]> record) {
        if (key.equals(record.key())) {
            offset = record.offset();
        }
    }

    /** False as well where it was compacted away: only what is newer does that. */
    boolean isAt(long place) {
        return offset == place;
    }
}
