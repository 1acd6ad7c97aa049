package kz.aryz.triage.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.access.StaffPersons;
import kz.aryz.reference.Reference;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;
import kz.aryz.schema.QueueItem;
import kz.aryz.triage.assignment.Assigning.Wish;
import kz.aryz.triage.queue.AssignedKey;
import kz.aryz.triage.queue.QueueTopics;
import kz.aryz.triage.register.CaseFile;
import kz.aryz.triage.register.Handover;
import kz.aryz.triage.register.Letting;
import kz.aryz.triage.release.Asked;
import kz.aryz.triage.release.Custody;
import kz.aryz.triage.release.Releasing;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Decides about commands, in order with everything else about their complaints, and keeps the stores in step. A command that was
 * answered before is answered the same again, and changes nothing.
 */
@SuppressWarnings("NullAway.Init")
public final class CommandArrival implements FixedKeyProcessor<String, CaseCommand, Answered> {

    private final Supplier<Reference> reference;
    private final QueueTopics queues;
    private FixedKeyProcessorContext<String, Answered> context;
    private KeyValueStore<String, CaseFile> complaints;
    private KeyValueStore<String, QueueItem> queueIndex;
    private KeyValueStore<String, QueueItem> assignedIndex;
    private KeyValueStore<String, CommandOutcome> answers;

    /**
     * @param reference the release in use
     * @param queues which units have a queue to write to
     */
    public CommandArrival(Supplier<Reference> reference, QueueTopics queues) {
        this.reference = reference;
        this.queues = queues;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Answered> context) {
        this.context = context;
        complaints = context.getStateStore(TriageStores.COMPLAINTS);
        queueIndex = context.getStateStore(TriageStores.QUEUE_INDEX);
        assignedIndex = context.getStateStore(TriageStores.ASSIGNED_INDEX);
        answers = context.getStateStore(TriageStores.ANSWERS);
    }

    @Override
    public void process(FixedKeyRecord<String, CaseCommand> record) {
        CaseCommand command = ReadableCommand.check(record.key(), record.value());
        CommandOutcome before = answers.get(command.getCommandId());
        Answered answered = before == null ? decide(command) : Answered.only(before);
        answers.put(command.getCommandId(), answered.outcome());
        context.forward(record.withValue(answered));
    }

    private Answered decide(CaseCommand command) {
        Reference current = reference.get();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        Optional<CaseFile> file = Optional.ofNullable(complaints.get(command.getComplaintId()));
        return switch (ruling(command, file, new Affiliation(current, Reference.day(now)))) {
            case Ruling.Accepted ignored -> act(file.orElseThrow(), command, current, now);
            case Ruling.Refused refused ->
                Answered.only(outcome(
                        command, CommandVerdict.REFUSED, refused.reason().name(), null, now));
        };
    }

    private Ruling ruling(CaseCommand command, Optional<CaseFile> file, Affiliation affiliation) {
        return switch (command.getKind()) {
            case ASSIGN -> Assigning.decide(wish(command), file.map(Holding::of), affiliation);
            case RELEASE, CHECK_EX_OFFICIO ->
                new Releasing(affiliation, queues::exists)
                        .decide(Asked.of(command), file.map(known -> Custody.of(known, affiliation)));
            case UNKNOWN -> throw new IllegalStateException("parked before");
        };
    }

    private Answered act(CaseFile file, CaseCommand command, Reference current, Instant now) {
        return switch (command.getKind()) {
            case ASSIGN -> handOver(Handover.of(file, command, current, now), file, command, now);
            case RELEASE, CHECK_EX_OFFICIO -> letGo(file, command, current, now);
            case UNKNOWN -> throw new IllegalStateException("parked before");
        };
    }

    private static Wish wish(CaseCommand command) {
        return new Wish(
                StaffPersons.person(command.getActor()),
                command.getAssign().getUnit(),
                StaffPersons.person(command.getAssign().getAssignee()),
                command.getExpectedSeq());
    }

    private Answered handOver(Handover handover, CaseFile before, CaseCommand command, Instant now) {
        String place = before.getIndexKey();
        AssignedKey.of(handover.file()).ifPresent(key -> assignedIndex.put(key, queueIndex.get(place)));
        AssignedKey.of(before).ifPresent(assignedIndex::delete);
        complaints.put(command.getComplaintId(), handover.file());
        return new Answered(done(command, handover.file(), now), List.of(handover.event()), List.of());
    }

    /** Put in its new place before it is taken from its old one, as everywhere. A move ends an assignment. */
    private Answered letGo(CaseFile before, CaseCommand command, Reference current, Instant now) {
        QueueItem item = queueIndex.get(before.getIndexKey());
        Letting letting = Letting.of(before, item, command, current, now);
        letting.entered().ifPresent(entered -> {
            queueIndex.put(letting.file().getIndexKey(), entered);
            queueIndex.delete(before.getIndexKey());
            AssignedKey.of(before).ifPresent(assignedIndex::delete);
        });
        complaints.put(command.getComplaintId(), letting.file());
        return new Answered(done(command, letting.file(), now), letting.events(), letting.queueItems());
    }

    private static CommandOutcome done(CaseCommand command, CaseFile file, Instant now) {
        return outcome(command, CommandVerdict.ACCEPTED, null, file.getLastSeq(), now);
    }

    private static CommandOutcome outcome(
            CaseCommand command, CommandVerdict verdict, @Nullable String reason, @Nullable Long seq, Instant at) {
        return CommandOutcome.newBuilder()
                .setCommandId(command.getCommandId())
                .setComplaintId(command.getComplaintId())
                .setVerdict(verdict)
                .setReason(reason)
                .setSeq(seq)
                .setAt(at)
                .build();
    }
}
