package kz.aryz.triage.assignment;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.CommandVerdict;
import kz.aryz.schema.QueueItem;
import kz.aryz.triage.assignment.Assigning.Wish;
import kz.aryz.triage.queue.AssignedKey;
import kz.aryz.triage.register.CaseFile;
import kz.aryz.triage.register.Handover;
import kz.aryz.triage.staff.StaffPersons;
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
    private FixedKeyProcessorContext<String, Answered> context;
    private KeyValueStore<String, CaseFile> complaints;
    private KeyValueStore<String, QueueItem> queueIndex;
    private KeyValueStore<String, QueueItem> assignedIndex;
    private KeyValueStore<String, CommandOutcome> answers;

    /** @param reference the release in use */
    public CommandArrival(Supplier<Reference> reference) {
        this.reference = reference;
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
        Answered answered = before == null ? decide(command) : new Answered(before, Optional.empty());
        answers.put(command.getCommandId(), answered.outcome());
        context.forward(record.withValue(answered));
    }

    private Answered decide(CaseCommand command) {
        Reference current = reference.get();
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        CaseFile file = complaints.get(command.getComplaintId());
        Ruling ruling = Assigning.decide(
                wish(command),
                Optional.ofNullable(file).map(Holding::of),
                new Affiliation(current, Reference.day(now)));
        return switch (ruling) {
            case Ruling.Accepted ignored -> handOver(Handover.of(file, command, current, now), file, command, now);
            case Ruling.Refused refused ->
                new Answered(
                        outcome(
                                command,
                                CommandVerdict.REFUSED,
                                refused.reason().name(),
                                null,
                                now),
                        Optional.empty());
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
        long seq = handover.file().getLastSeq();
        return new Answered(outcome(command, CommandVerdict.ACCEPTED, null, seq, now), Optional.of(handover.event()));
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
