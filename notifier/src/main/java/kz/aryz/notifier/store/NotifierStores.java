package kz.aryz.notifier.store;

import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;
import kz.aryz.serde.AvroSerdes;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state stores. Their names are names of changelog topics: they stay as they are for ever. */
public final class NotifierStores {

    /** Every obligation as it was raised; by obligation id. */
    public static final String OBLIGATIONS = "obligations";

    /** The one message of every obligation, byte for byte; by obligation id. */
    public static final String MAILS = "mails";

    /** How far every obligation has come; by obligation id. */
    public static final String PROGRESS = "progress";

    /** Ids of obligations in the order of the inbox; by {@link kz.aryz.notifier.alert.InboxPlace}. */
    public static final String INBOX = "inbox";

    /** Ids of obligations with an attempt to come, in the order of time; by {@link TimeKey}. */
    public static final String DUE = "due";

    /** Every complaint that came in; by complaint id. */
    public static final String WATCHED = "watched";

    /** Ids of complaints without a decision, in the order of their deadlines; by {@link TimeKey}. */
    public static final String DEADLINES = "deadlines";

    private NotifierStores() {}

    public static StoreBuilder<KeyValueStore<String, Obligation>> obligations() {
        return store(OBLIGATIONS, AvroSerdes.local(Obligation.class));
    }

    public static StoreBuilder<KeyValueStore<String, MailDue>> mails() {
        return store(MAILS, AvroSerdes.local(MailDue.class));
    }

    public static StoreBuilder<KeyValueStore<String, AlertProgress>> progress() {
        return store(PROGRESS, AvroSerdes.local(AlertProgress.class));
    }

    public static StoreBuilder<KeyValueStore<String, String>> inbox() {
        return store(INBOX, Serdes.String());
    }

    public static StoreBuilder<KeyValueStore<String, String>> due() {
        return store(DUE, Serdes.String());
    }

    public static StoreBuilder<KeyValueStore<String, WatchedComplaint>> watched() {
        return store(WATCHED, AvroSerdes.local(WatchedComplaint.class));
    }

    public static StoreBuilder<KeyValueStore<String, String>> deadlines() {
        return store(DEADLINES, Serdes.String());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
