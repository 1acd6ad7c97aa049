package kz.aryz.triage.admission;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The key's side of the join: a submission that waited for this key goes on, however late the key comes. */
@SuppressWarnings("NullAway.Init")
public final class KeyArrival implements Processor<String, WrappedKey, String, Admitted> {

    private final Supplier<Reference> reference;
    private ProcessorContext<String, Admitted> context;
    private TimestampedKeyValueStore<String, Submission> waiting;

    /** @param reference the release in use */
    public KeyArrival(Supplier<Reference> reference) {
        this.reference = reference;
    }

    @Override
    public void init(ProcessorContext<String, Admitted> context) {
        this.context = context;
        waiting = context.getStateStore(TriageStores.WAITING);
    }

    @Override
    public void process(Record<String, WrappedKey> record) {
        WrappedKey key = record.value();
        if (key == null) {
            return;
        }
        Submission submission = ValueAndTimestamp.getValueOrNull(waiting.get(record.key()));
        if (submission != null) {
            admit(submission, key);
        }
    }

    private void admit(Submission submission, WrappedKey key) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        Admitted admitted = new Admitted(submission, Optional.of(key), reference.get(), now, false);
        context.forward(new Record<>(admitted.complaintId(), admitted, now.toEpochMilli()));
    }
}
