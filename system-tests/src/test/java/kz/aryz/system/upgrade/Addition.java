package kz.aryz.system.upgrade;

import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What the next version of a topology has and today's has not: one more source, a processor behind it, one more store. */
enum Addition {

    /** The processor looks into a store that is there: the source and the store come into a sub-topology that is there. */
    WITHIN,

    /** The processor has nothing to do with the rest: a sub-topology of its own, behind the others. */
    APART;

    private static final String SOURCE = "remarks";
    private static final String PROCESSOR = "keep-remark";

    /** The topic that the next version of a service reads in addition. */
    String topic(String service) {
        return "remarks." + service + "." + suffix();
    }

    /** The store that it has in addition. */
    String store() {
        return "remarks-" + suffix();
    }

    /**
     * Makes today's topology of a service the next version's.
     *
     * @param neighbour a store of today's to look into
     */
    Topology make(Topology today, String service, String neighbour) {
        Optional<String> known = this == WITHIN ? Optional.of(neighbour) : Optional.empty();
        today.addSource(SOURCE, new StringDeserializer(), new StringDeserializer(), topic(service))
                .addProcessor(PROCESSOR, () -> new KeepRemark(store(), known), SOURCE)
                .addStateStore(remarks(), PROCESSOR);
        known.ifPresent(store -> today.connectProcessorAndStateStores(PROCESSOR, store));
        return today;
    }

    /** What is kept of a remark about something that the neighbour knows. */
    String kept(String remark) {
        return this == WITHIN ? remark + KeepRemark.KNOWN : remark;
    }

    private StoreBuilder<KeyValueStore<String, String>> remarks() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(store()), Serdes.String(), Serdes.String());
    }

    private String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
