package kz.aryz.triage.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.triage.admission.Admitted;
import kz.aryz.triage.disposition.Disposition;
import kz.aryz.triage.queue.AssignedKey;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Enters decisions into the register and keeps the stores in step with it. Nothing is stored before a disposition stands. */
@SuppressWarnings("NullAway.Init")
public final class Registrar implements FixedKeyProcessor<String, Disposition, Entry> {

    private FixedKeyProcessorContext<String, Entry> context;
    private KeyValueStore<String, CaseFile> complaints;
    private KeyValueStore<String, QueueItem> queueIndex;
    private KeyValueStore<String, QueueItem> assignedIndex;
    private TimestampedKeyValueStore<String, Submission> waiting;

    @Override
    public void init(FixedKeyProcessorContext<String, Entry> context) {
        this.context = context;
        complaints = context.getStateStore(TriageStores.COMPLAINTS);
        queueIndex = context.getStateStore(TriageStores.QUEUE_INDEX);
        assignedIndex = context.getStateStore(TriageStores.ASSIGNED_INDEX);
        waiting = context.getStateStore(TriageStores.WAITING);
    }

    @Override
    public void process(FixedKeyRecord<String, Disposition> record) {
        Optional<Entry> entry = Register.enter(complaints.get(record.key()), record.value());
        entry.ifPresent(news -> {
            store(record.key(), news);
            waitOn(record.value().complaint(), news.file().getOpened());
            context.forward(record.withValue(news));
        });
    }

    /** An account that stays shut waits for its key, or for another wrap of it; one that is open waits for nothing. */
    private void waitOn(Admitted complaint, boolean opened) {
        if (opened) {
            forget(complaint.complaintId());
        } else {
            complaint
                    .keyReference()
                    .ifPresent(reference -> waiting.putIfAbsent(
                            reference,
                            ValueAndTimestamp.make(
                                    complaint.submission(), complaint.at().toEpochMilli())));
        }
    }

    private void forget(String complaintId) {
        List<String> references = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<Submission>> entries =
                waiting.prefixScan(complaintId + '/', new StringSerializer())) {
            entries.forEachRemaining(entry -> references.add(entry.key));
        }
        references.forEach(waiting::delete);
    }

    /**
     * Put in its new place before it is taken from its old one: whoever reads meanwhile may see it twice, never not at all.
     * Whoever worked on it no longer does.
     */
    private void store(String complaintId, Entry entry) {
        String place = entry.file().getIndexKey();
        queueIndex.put(place, entry.entered());
        entry.former()
                .map(CaseFile::getIndexKey)
                .filter(former -> !former.equals(place))
                .ifPresent(queueIndex::delete);
        entry.former().flatMap(AssignedKey::of).ifPresent(assignedIndex::delete);
        complaints.put(complaintId, entry.file());
    }
}
