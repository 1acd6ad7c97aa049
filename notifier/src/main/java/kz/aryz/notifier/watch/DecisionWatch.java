package kz.aryz.notifier.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.store.TimeKey;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Submission;
import kz.aryz.schema.Triaged;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a decision about every complaint, and tells the Commissioner, once, of each that has none in time. It reads
 * the register and the decisions only: it works while nobody decides.
 */
@SuppressWarnings("NullAway.Init")
public final class DecisionWatch implements Processor<String, WatchFact, String, Obligation> {

    /** A backlog is read in the order of time; so long a decision may come behind its submission. */
    static final Duration SETTLING = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final DecisionTime within;
    private final Duration holding;
    private ProcessorContext<String, Obligation> context;
    private KeyValueStore<String, WatchedComplaint> watched;
    private KeyValueStore<String, String> deadlines;
    private Instant startedAt;

    /**
     * @param within how long a complaint may go without a decision
     * @param holding how long the Commissioner may hold one for want of consent before being told, and told again
     */
    public DecisionWatch(DecisionTime within, Duration holding) {
        this.within = within;
        this.holding = holding;
    }

    @Override
    public void init(ProcessorContext<String, Obligation> context) {
        this.context = context;
        watched = context.getStateStore(NotifierStores.WATCHED);
        deadlines = context.getStateStore(NotifierStores.DEADLINES);
        startedAt = now();
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> tellOverdue());
    }

    @Override
    public void process(Record<String, WatchFact> record) {
        WatchedComplaint known = watched.get(record.key());
        switch (record.value()) {
            case WatchFact.Received received -> received(record.key(), known, received.submission());
            case WatchFact.Judged judged -> judged(record.key(), decided(record.key(), known), judged.event());
            case WatchFact.Handed ignored ->
                watched.put(record.key(), handed(record.key(), decided(record.key(), known)));
            case WatchFact.Held held -> held(record.key(), decided(record.key(), known), held.event());
        }
    }

    private void received(String complaintId, @Nullable WatchedComplaint known, Submission submission) {
        if (known == null) {
            WatchedComplaint waiting = waiting(submission);
            watched.put(complaintId, waiting);
            deadlines.put(TimeKey.of(waiting.getDeadline(), complaintId), complaintId);
        } else if (known.getReceivedAt() == null) {
            ComplaintReceived received = submission.getComplaintReceived();
            known.setComplaintNumber(received.getComplaintNumber());
            known.setReceivedAt(received.getReceivedAt());
            known.setSubmissionEventId(submission.getHeader().getEventId());
            watched.put(complaintId, known);
        }
    }

    private void judged(String complaintId, WatchedComplaint decided, CaseEvent event) {
        Triaged triaged = event.getTriaged();
        if (triaged != null) {
            decided.setAllegationClass(triaged.getAllegationClass().name());
            decided.setPriority(triaged.getPriority().name());
        }
        watched.put(complaintId, decided);
    }

    /** A decision ends the wait for one. */
    private WatchedComplaint decided(String complaintId, @Nullable WatchedComplaint known) {
        if (known != null && known.getState() == WatchState.WAITING) {
            deadlines.delete(TimeKey.of(known.getDeadline(), complaintId));
        }
        return in(WatchState.DECIDED, known);
    }

    private WatchedComplaint handed(String complaintId, WatchedComplaint decided) {
        if (decided.getHeldUntil() != null) {
            deadlines.delete(TimeKey.of(decided.getHeldUntil(), complaintId));
        }
        decided.setHeldBy(null);
        decided.setHeldUntil(null);
        decided.setHeldTold(0);
        return decided;
    }

    /** A copy of the event starts no new time. */
    private void held(String complaintId, WatchedComplaint decided, CaseEvent event) {
        String heldBy = event.getHeader().getEventId();
        if (heldBy.equals(decided.getHeldBy())) {
            watched.put(complaintId, decided);
            return;
        }
        WatchedComplaint held = handed(complaintId, decided);
        held.setHeldBy(heldBy);
        heldUntil(complaintId, held, settled(event.getHeader().getOccurredAt(), holding));
    }

    private void heldUntil(String complaintId, WatchedComplaint held, Instant until) {
        held.setHeldUntil(until);
        deadlines.put(TimeKey.of(until, complaintId), complaintId);
        watched.put(complaintId, held);
    }

    private void tellOverdue() {
        if (now().isBefore(startedAt.plus(SETTLING))) {
            return;
        }
        List<KeyValue<String, String>> overdue = new ArrayList<>();
        try (KeyValueIterator<String, String> entries = deadlines.range(TimeKey.FIRST, TimeKey.endOf(now()))) {
            entries.forEachRemaining(overdue::add);
        }
        overdue.forEach(entry -> {
            deadlines.delete(entry.key);
            tell(entry.value, watched.get(entry.value));
        });
    }

    private void tell(String complaintId, WatchedComplaint late) {
        if (late.getState() == WatchState.WAITING) {
            watched.put(complaintId, in(WatchState.OVERDUE, late));
            forward(Overdue.obligation(complaintId, late, now()));
        } else if (late.getHeldUntil() != null) {
            late.setHeldTold(late.getHeldTold() + 1);
            forward(Overdue.held(complaintId, late, now()));
            heldUntil(complaintId, late, now().plus(holding));
        }
    }

    private void forward(Obligation obligation) {
        context.forward(new Record<>(obligation.getObligationId(), obligation, now().toEpochMilli()));
    }

    private WatchedComplaint waiting(Submission submission) {
        ComplaintReceived received = submission.getComplaintReceived();
        return WatchedComplaint.newBuilder()
                .setState(WatchState.WAITING)
                .setDeadline(deadline(received.getReceivedAt()))
                .setComplaintNumber(received.getComplaintNumber())
                .setReceivedAt(received.getReceivedAt())
                .setSubmissionEventId(submission.getHeader().getEventId())
                .build();
    }

    private Instant deadline(Instant receivedAt) {
        return settled(receivedAt, within.of(receivedAt));
    }

    /** A time that is yet to come is somebody's wrong clock: it buys no time. */
    private Instant settled(Instant from, Duration time) {
        Instant now = now();
        Instant deadline = (from.isAfter(now) ? now : from).plus(time);
        Instant settled = now.plus(SETTLING);
        return deadline.isBefore(settled) ? settled : deadline;
    }

    private static WatchedComplaint in(WatchState state, @Nullable WatchedComplaint known) {
        WatchedComplaint.Builder builder =
                known == null ? WatchedComplaint.newBuilder() : WatchedComplaint.newBuilder(known);
        return builder.setState(state).build();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
