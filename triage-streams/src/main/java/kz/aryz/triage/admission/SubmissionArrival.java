package kz.aryz.triage.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.triage.register.CaseFile;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * The submission's side of the join. A complaint whose key is there goes on at once. One whose key is not there waits;
 * when patience ends it goes on without, and waits on for a second look. Until the account has been opened every copy
 * of the submission is another chance, and waits for a key of its own, and so is every start of the service; after that
 * copies are ignored.
 */
@SuppressWarnings("NullAway.Init")
public final class SubmissionArrival implements Processor<String, Submission, String, Admitted> {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Supplier<Reference> reference;
    private ProcessorContext<String, Admitted> context;
    private TimestampedKeyValueStore<String, WrappedKey> keys;
    private TimestampedKeyValueStore<String, Submission> waiting;
    private KeyValueStore<String, CaseFile> complaints;
    private SecondLook secondLook;
    private Instant startedAt;

    /** @param reference the release in use */
    public SubmissionArrival(Supplier<Reference> reference) {
        this.reference = reference;
    }

    @Override
    public void init(ProcessorContext<String, Admitted> context) {
        this.context = context;
        keys = context.getStateStore(TriageStores.WRAPPED_KEYS);
        waiting = context.getStateStore(TriageStores.WAITING);
        complaints = context.getStateStore(TriageStores.COMPLAINTS);
        secondLook = new SecondLook(waiting);
        startedAt = now();
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> look());
    }

    @Override
    public void process(Record<String, Submission> record) {
        Submission submission = ReadableSubmission.check(record.key(), record.value());
        CaseFile known = complaints.get(record.key());
        if (known != null && known.getOpened()) {
            return;
        }
        Optional<String> keyReference = SealedAccount.keyReference(submission);
        Optional<WrappedKey> key = keyReference.flatMap(this::key);
        if (key.isPresent() || keyReference.isEmpty()) {
            admit(submission, key, false);
        } else {
            waiting.putIfAbsent(keyReference.get(), ValueAndTimestamp.make(submission, now().toEpochMilli()));
        }
    }

    private void look() {
        secondLook.next().forEach((reference, submission) -> {
            if (isDecided(submission)) {
                key(reference).ifPresent(key -> admit(submission, Optional.of(key), true));
            }
        });
        admitOverdue();
    }

    private void admitOverdue() {
        try (KeyValueIterator<String, ValueAndTimestamp<Submission>> entries = waiting.all()) {
            while (entries.hasNext()) {
                ValueAndTimestamp<Submission> entry = entries.next().value;
                if (isOverdue(entry) && !isDecided(entry.value())) {
                    admit(entry.value(), Optional.empty(), false);
                }
            }
        }
    }

    /** Patience is counted from when this task began to read at the earliest, so that a backlog of keys is read first. */
    private boolean isOverdue(ValueAndTimestamp<Submission> entry) {
        Instant since = Instant.ofEpochMilli(Math.max(entry.timestamp(), startedAt.toEpochMilli()));
        return !now().isBefore(since.plus(patience(entry.value())));
    }

    private Duration patience(Submission submission) {
        Instant receivedAt = submission.getComplaintReceived().getReceivedAt();
        return reference.get().profile(Reference.day(receivedAt)).duration("triage.key-patience");
    }

    private boolean isDecided(Submission submission) {
        return complaints.get(submission.getHeader().getComplaintId()) != null;
    }

    private Optional<WrappedKey> key(String keyReference) {
        return Optional.ofNullable(ValueAndTimestamp.getValueOrNull(keys.get(keyReference)));
    }

    private void admit(Submission submission, Optional<WrappedKey> key, boolean again) {
        Admitted admitted = new Admitted(submission, key, reference.get(), now(), again);
        context.forward(
                new Record<>(admitted.complaintId(), admitted, admitted.at().toEpochMilli()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
