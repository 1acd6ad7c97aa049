package kz.aryz.system.upgrade;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the last remark about everything, and with it whether a store beside it knows what the remark is about. */
@SuppressWarnings("NullAway.Init")
final class KeepRemark implements Processor<String, String, Void, Void> {

    /** What is added to a remark about something that the other store has. */
    static final String KNOWN = " (known)";

    private final String store;
    private final Optional<String> neighbour;
    private KeyValueStore<String, String> remarks;
    private Optional<KeyValueStore<String, Object>> known;

    KeepRemark(String store, Optional<String> neighbour) {
        this.store = store;
        this.neighbour = neighbour;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        remarks = context.getStateStore(store);
        known = neighbour.map(context::<KeyValueStore<String, Object>>getStateStore);
    }

    @Override
    public void process(Record<String, String> remark) {
        boolean isKnown = known.filter(there -> there.get(remark.key()) != null).isPresent();
        remarks.put(remark.key(), remark.value() + (isKnown ? KNOWN : ""));
    }
}
