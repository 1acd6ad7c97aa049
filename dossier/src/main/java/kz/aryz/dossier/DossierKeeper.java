package kz.aryz.dossier;

import java.time.Instant;
import java.util.List;
import java.util.function.IntConsumer;
import kz.aryz.dossier.state.Destruction;
import kz.aryz.dossier.state.Ownership;
import kz.aryz.dossier.state.ReleasePlace;
import kz.aryz.dossier.state.StoredHead;
import kz.aryz.dossier.state.StoredPlace;
import kz.aryz.schema.Assigned;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.Released;
import kz.aryz.schema.Routed;
import kz.aryz.schema.Submission;
import kz.aryz.schema.Triaged;
import kz.aryz.sealing.KeyReference;
import kz.aryz.shredding.DestructionNote;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps a dossier of every complaint. Facts come in any order of their topics; one that is repeated changes nothing. Each reads
 * and writes a few rows of bounded length, however many came before.
 */
@SuppressWarnings("NullAway.Init")
final class DossierKeeper implements Processor<String, DossierFact, Void, Void> {

    private final IntConsumer begun;
    private ProcessorContext<Void, Void> context;
    private KeyValueStore<String, StoredHead> heads;
    private KeyValueStore<String, StoredPlace> places;

    /** @param begun told the partition before anybody can ask for what is kept of it here */
    DossierKeeper(IntConsumer begun) {
        this.begun = begun;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        begun.accept(context.taskId().partition());
        heads = context.getStateStore(DossiersTopology.HEADS);
        places = context.getStateStore(DossiersTopology.PLACES);
    }

    @Override
    public void process(Record<String, DossierFact> record) {
        String complaintId = record.value().complaintId();
        switch (record.value()) {
            case DossierFact.Submitted submitted -> submitted(complaintId, submitted.submission());
            case DossierFact.Keyed keyed -> keyed(complaintId, keyed.keyRef());
            case DossierFact.Shredded shredded -> shredded(complaintId, shredded.keyRef(), note(record));
            case DossierFact.Happened happened -> happened(complaintId, happened.event());
            case DossierFact.Accessed ignored -> places.put(PlaceKey.at(complaintId, Trail.ACCESSES, offset()), here());
        }
    }

    private void submitted(String complaintId, Submission submission) {
        String event = PlaceKey.event(complaintId, submission.getHeader().getEventId());
        if (places.get(event) != null) {
            return;
        }
        places.put(event, here());
        places.put(PlaceKey.at(complaintId, Trail.SUBMISSIONS, offset()), here());
        StoredHead head = head(complaintId);
        head.setCameIn(true);
        ComplaintReceived received = submission.getComplaintReceived();
        if (received != null && head.getComplaintNumber() == null) {
            head.setComplaintNumber(received.getComplaintNumber());
            head.setReceivedAt(received.getReceivedAt());
            head.setChannel(received.getChannel().name());
            head.setLanguage(received.getLanguage().name());
            head.setTransmitToProsecutor(received.getTransmitToProsecutor().name());
        }
        heads.put(complaintId, head);
    }

    private void keyed(String complaintId, String keyRef) {
        String key = PlaceKey.dataKey(complaintId, keyRef);
        StoredPlace before = places.get(key);
        if (before != null && before.getDestruction() != null) {
            count(complaintId, before.getDestruction(), -1);
        }
        places.put(key, here());
    }

    /** A tombstone that is repeated is no second destruction. */
    private void shredded(String complaintId, String keyRef, DestructionNote note) {
        String key = PlaceKey.dataKey(complaintId, keyRef);
        StoredPlace before = places.get(key);
        if (before == null || before.getDestruction() == null) {
            Destruction destruction =
                    new Destruction(KeyReference.section(keyRef), note.at(), note.ground(), note.bodies());
            count(complaintId, destruction, 1);
            places.put(key, new StoredPlace(null, destruction, 0L));
        }
    }

    /** A destruction that all data keys came back from was none. */
    private void count(String complaintId, Destruction destruction, int keys) {
        String key = PlaceKey.destruction(complaintId, destruction);
        StoredPlace before = places.get(key);
        long standing = (before == null ? 0 : before.getKeys()) + keys;
        if (standing > 0) {
            places.put(key, new StoredPlace(null, destruction, standing));
        } else {
            places.delete(key);
        }
    }

    /** Of a tombstone that says nothing it is known when it was written. */
    private static DestructionNote note(Record<String, DossierFact> record) {
        return DestructionNote.of(record.headers())
                .orElseGet(() -> new DestructionNote(Instant.ofEpochMilli(record.timestamp()), "", List.of()));
    }

    /**
     * Who has it stays, until somebody else has; who works on it does so until then, or until somebody else does. A release ends where
     * another unit has it than the one it was made to.
     */
    private void happened(String complaintId, CaseEvent event) {
        StoredHead head = head(complaintId);
        head.setLastSeq(Math.max(head.getLastSeq(), event.getHeader().getSeq()));
        Triaged triaged = event.getTriaged();
        if (triaged != null) {
            head.setAllegationClass(triaged.getAllegationClass().name());
            head.setPriority(triaged.getPriority().name());
        }
        Routed routed = event.getRouted();
        if (routed != null) {
            head.setOwnership(new Ownership(
                    routed.getUnit(),
                    routed.getOwnerBody(),
                    routed.getExcludedBodies(),
                    routed.getRegionCode(),
                    routed.getFacilityType(),
                    null,
                    event.getHeader().getOccurredAt(),
                    routed.getReasonCode()));
            ReleasePlace release = head.getRelease();
            if (release != null && !release.getUnit().equals(routed.getUnit())) {
                head.setRelease(null);
            }
        }
        Assigned assigned = event.getAssigned();
        Ownership owner = head.getOwnership();
        if (assigned != null && owner != null && owner.getUnit().equals(assigned.getUnit())) {
            owner.setAssignee(assigned.getAssignee());
        }
        Released released = event.getReleased();
        if (released != null) {
            head.setRelease(new ReleasePlace(
                    released.getUnit(), offset(), event.getHeader().getOccurredAt(), released.getReasonCode()));
        }
        heads.put(complaintId, head);
    }

    private StoredHead head(String complaintId) {
        StoredHead stored = heads.get(complaintId);
        return stored == null ? StoredHead.newBuilder().build() : stored;
    }

    private StoredPlace here() {
        return new StoredPlace(offset(), null, 0L);
    }

    /** Where the record lies that is being processed. */
    private long offset() {
        return context.recordMetadata().map(RecordMetadata::offset).orElseThrow();
    }
}
