package kz.aryz.triage.store;

import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.triage.register.CaseFile;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;

/** The state stores. Their names are names of changelog topics: they stay as they are for ever. */
public final class TriageStores {

    /** Wrapped keys by key reference. Its changelog is the topic complaints.keys itself. */
    public static final String WRAPPED_KEYS = "wrapped-keys";

    /** Submissions whose account could not be opened yet, with the time since when; by key reference. */
    public static final String WAITING = "waiting";

    /** What is kept of every complaint ever decided; by complaint id. */
    public static final String COMPLAINTS = "complaints";

    /** Entries of all queues in the order of work; by {@link kz.aryz.triage.queue.IndexKey}. */
    public static final String QUEUE_INDEX = "queue-index";

    /** The entries that somebody works on, by who does; by {@link kz.aryz.triage.queue.AssignedKey}. */
    public static final String ASSIGNED_INDEX = "assigned-index";

    /** What was answered to every command ever decided, so that a repetition changes nothing; by command id. */
    public static final String ANSWERS = "answers";

    private TriageStores() {}

    public static StoreBuilder<TimestampedKeyValueStore<String, Submission>> waiting() {
        return Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore(WAITING),
                Serdes.String(),
                AvroSerdes.local(Submission.class));
    }

    public static StoreBuilder<KeyValueStore<String, CaseFile>> complaints() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(COMPLAINTS), Serdes.String(), AvroSerdes.local(CaseFile.class));
    }

    public static StoreBuilder<KeyValueStore<String, QueueItem>> queueIndex() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(QUEUE_INDEX), Serdes.String(), AvroSerdes.local(QueueItem.class));
    }

    public static StoreBuilder<KeyValueStore<String, QueueItem>> assignedIndex() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ASSIGNED_INDEX), Serdes.String(), AvroSerdes.local(QueueItem.class));
    }

    public static StoreBuilder<KeyValueStore<String, CommandOutcome>> answers() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ANSWERS), Serdes.String(), AvroSerdes.local(CommandOutcome.class));
    }
}
