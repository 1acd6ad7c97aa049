package kz.aryz.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.aryz.dossier.state.DestroyedKey;
import kz.aryz.dossier.state.KeyPlace;
import kz.aryz.dossier.state.Ownership;
import kz.aryz.dossier.state.ReleaseRow;
import kz.aryz.dossier.state.StoredDossier;
import kz.aryz.dossier.state.SubmissionPlace;
import kz.aryz.schema.Assigned;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.Released;
import kz.aryz.schema.Routed;
import kz.aryz.schema.Submission;
import kz.aryz.schema.Triaged;
import kz.aryz.shredding.DestructionNote;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps a dossier of every complaint. Facts come in any order of their topics; one that is repeated changes nothing. */
@SuppressWarnings("NullAway.Init")
final class DossierKeeper implements Processor<String, DossierFact, Void, Void> {

    /** The rule of routing by which a complaint waits for consent. */
    private static final String HELD_FOR_CONSENT = "R10";

    private ProcessorContext<Void, Void> context;
    private KeyValueStore<String, StoredDossier> dossiers;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        dossiers = context.getStateStore(DossiersTopology.DOSSIERS);
    }

    @Override
    public void process(Record<String, DossierFact> record) {
        String complaintId = record.value().complaintId();
        StoredDossier stored = dossiers.get(complaintId);
        StoredDossier dossier = stored == null ? StoredDossier.newBuilder().build() : stored;
        switch (record.value()) {
            case DossierFact.Submitted submitted -> submitted(dossier, submitted.submission());
            case DossierFact.Keyed keyed -> keyed(dossier, keyed.keyRef());
            case DossierFact.Shredded shredded -> shredded(dossier, shredded.keyRef(), note(record));
            case DossierFact.Happened happened -> happened(dossier, happened.event());
            case DossierFact.Accessed ignored -> dossier.setAccesses(plus(dossier.getAccesses(), offset()));
        }
        dossiers.put(complaintId, dossier);
    }

    private void submitted(StoredDossier dossier, Submission submission) {
        String eventId = submission.getHeader().getEventId();
        if (dossier.getSubmissions().stream()
                .anyMatch(place -> place.getEventId().equals(eventId))) {
            return;
        }
        dossier.setSubmissions(plus(dossier.getSubmissions(), new SubmissionPlace(eventId, offset())));
        ComplaintReceived received = submission.getComplaintReceived();
        if (received != null && dossier.getComplaintNumber() == null) {
            dossier.setComplaintNumber(received.getComplaintNumber());
            dossier.setReceivedAt(received.getReceivedAt());
            dossier.setChannel(received.getChannel().name());
            dossier.setLanguage(received.getLanguage().name());
            dossier.setTransmitToProsecutor(received.getTransmitToProsecutor().name());
        }
    }

    private void keyed(StoredDossier dossier, String keyRef) {
        dossier.setKeys(plus(without(dossier, keyRef), new KeyPlace(keyRef, offset())));
        dossier.setDestroyed(dossier.getDestroyed().stream()
                .filter(key -> !key.getKeyRef().equals(keyRef))
                .toList());
    }

    /** A tombstone that is repeated is no second destruction. */
    private static void shredded(StoredDossier dossier, String keyRef, DestructionNote note) {
        dossier.setKeys(without(dossier, keyRef));
        if (dossier.getDestroyed().stream().noneMatch(key -> key.getKeyRef().equals(keyRef))) {
            dossier.setDestroyed(
                    plus(dossier.getDestroyed(), new DestroyedKey(keyRef, note.at(), note.ground(), note.bodies())));
        }
    }

    /** Of a tombstone that says nothing it is known when it was written. */
    private static DestructionNote note(Record<String, DossierFact> record) {
        return DestructionNote.of(record.headers())
                .orElseGet(() -> new DestructionNote(Instant.ofEpochMilli(record.timestamp()), "", List.of()));
    }

    private static List<KeyPlace> without(StoredDossier dossier, String keyRef) {
        return dossier.getKeys().stream()
                .filter(place -> !place.getKeyRef().equals(keyRef))
                .toList();
    }

    /** Who has it stays, until somebody else has; who works on it does so until then, or until somebody else does. */
    private static void happened(StoredDossier dossier, CaseEvent event) {
        dossier.setLastSeq(Math.max(dossier.getLastSeq(), event.getHeader().getSeq()));
        Triaged triaged = event.getTriaged();
        if (triaged != null) {
            dossier.setAllegationClass(triaged.getAllegationClass().name());
            dossier.setPriority(triaged.getPriority().name());
        }
        Routed routed = event.getRouted();
        if (routed != null) {
            dossier.setOwnership(new Ownership(
                    routed.getUnit(),
                    routed.getOwnerBody(),
                    routed.getExcludedBodies(),
                    routed.getRegionCode(),
                    routed.getFacilityType(),
                    null,
                    event.getHeader().getOccurredAt(),
                    routed.getRules().contains(HELD_FOR_CONSENT),
                    routed.getReasonCode()));
        }
        Assigned assigned = event.getAssigned();
        Ownership owner = dossier.getOwnership();
        if (assigned != null && owner != null && owner.getUnit().equals(assigned.getUnit())) {
            owner.setAssignee(assigned.getAssignee());
        }
        Released released = event.getReleased();
        if (released != null) {
            dossier.setRelease(new ReleaseRow(
                    released.getUnit(),
                    released.getKeyRefs(),
                    event.getHeader().getOccurredAt(),
                    released.getReasonCode()));
        }
    }

    /** Where the record lies that is being processed. */
    private long offset() {
        return context.recordMetadata().map(RecordMetadata::offset).orElseThrow();
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
