package kz.aryz.notifier.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.store.TimeKey;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Submission;
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
    private ProcessorContext<String, Obligation> context;
    private KeyValueStore<String, WatchedComplaint> watched;
    private KeyValueStore<String, String> deadlines;
    private Instant startedAt;

    /** @param within how long a complaint may go without a decision */
    public DecisionWatch(DecisionTime within) {
        this.within = within;
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
            case WatchFact.Decided ignored -> decided(record.key(), known);
        }
    }

    private void received(String complaintId, @Nullable WatchedComplaint known, Submission submission) {
        if (known == null) {
            WatchedComplaint waiting = waiting(submission);
            watched.put(complaintId, waiting);
            deadlines.put(TimeKey.of(waiting.getDeadline(), complaintId), complaintId);
        }
    }

    private void decided(String complaintId, @Nullable WatchedComplaint known) {
        if (known != null && known.getState() == WatchState.WAITING) {
            deadlines.delete(TimeKey.of(known.getDeadline(), complaintId));
        }
        if (known == null || known.getState() != WatchState.DECIDED) {
            watched.put(complaintId, in(WatchState.DECIDED, known));
        }
    }

    private void tellOverdue() {
        if (now().isBefore(startedAt.plus(SETTLING))) {
            return;
        }
        List<String> overdue = new ArrayList<>();
        try (KeyValueIterator<String, String> entries = deadlines.range(TimeKey.FIRST, TimeKey.endOf(now()))) {
            entries.forEachRemaining(entry -> overdue.add(entry.value));
        }
        overdue.forEach(this::tell);
    }

    private void tell(String complaintId) {
        WatchedComplaint waiting = watched.get(complaintId);
        deadlines.delete(TimeKey.of(waiting.getDeadline(), complaintId));
        watched.put(complaintId, in(WatchState.OVERDUE, waiting));
        Obligation obligation = Overdue.obligation(complaintId, waiting, now());
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

    /** A time of receipt that is yet to come is somebody's wrong clock: it buys no time. */
    private Instant deadline(Instant receivedAt) {
        Instant now = now();
        Instant begin = receivedAt.isAfter(now) ? now : receivedAt;
        Instant deadline = begin.plus(within.of(receivedAt));
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
