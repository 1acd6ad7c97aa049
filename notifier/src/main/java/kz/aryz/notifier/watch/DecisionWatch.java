package kz.aryz.notifier.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.aryz.notifier.state.HeldFor;
import kz.aryz.notifier.state.WatchState;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.store.TimeKey;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Submission;
import kz.aryz.schema.Triaged;
import kz.aryz.sealing.Disclosure;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a decision about every complaint, and tells the Commissioner of each that has none in time; and of each that the
 * Commissioner's own office holds, again and again, until it lets a unit have it. It reads the register and the decisions only: it
 * works while nobody decides.
 */
@SuppressWarnings("NullAway.Init")
public final class DecisionWatch implements Processor<String, WatchFact, String, Obligation> {

    /** A backlog is read in the order of time; so long a decision may come behind its submission. */
    static final Duration SETTLING = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SETTLE_EVERY = Duration.ofMinutes(1);

    private final DecisionTime within;
    private final Duration holding;
    private ProcessorContext<String, Obligation> context;
    private KeyValueStore<String, WatchedComplaint> watched;
    private KeyValueStore<String, String> deadlines;
    private HoldingClock clock;
    private Instant startedAt;

    /**
     * @param within how long a complaint may go without a decision
     * @param holding how long the Commissioner may hold one before being told, and told again
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
        clock = new HoldingClock(deadlines);
        startedAt = now();
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> tellOverdue());
        context.schedule(SETTLE_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> settleAllAhead());
    }

    @Override
    public void process(Record<String, WatchFact> record) {
        String complaintId = record.key();
        WatchedComplaint known = watched.get(complaintId);
        switch (record.value()) {
            case WatchFact.Received received -> received(complaintId, known, received.submission());
            case WatchFact.Judged judged -> judged(complaintId, decided(complaintId, known), judged.event());
            case WatchFact.Given given -> given(complaintId, decided(complaintId, known), given.event());
            case WatchFact.Handed ignored -> handed(complaintId, decided(complaintId, known));
            case WatchFact.Held held -> held(complaintId, decided(complaintId, known), held.event(), held.why());
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
            known.setTransmitToProsecutor(received.getTransmitToProsecutor().name());
            consented(complaintId, known);
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
        WatchedComplaint decided = in(WatchState.DECIDED, known);
        if (known != null && known.getState() == WatchState.WAITING) {
            deadlines.delete(TimeKey.of(known.getDeadline(), complaintId));
        } else if (known != null && known.getState() == WatchState.OVERDUE) {
            clock.stop(complaintId, decided);
        }
        return decided;
    }

    private void handed(String complaintId, WatchedComplaint decided) {
        clock.stop(complaintId, decided);
        watched.put(complaintId, decided);
    }

    private void held(String complaintId, WatchedComplaint decided, CaseEvent event, HeldFor why) {
        if (begins(complaintId, decided, event, why)) {
            clock.setTo(complaintId, decided, firstReminder(decided));
        }
        watched.put(complaintId, decided);
    }

    /** Before the submission was read nobody knows of any consent. */
    private void given(String complaintId, WatchedComplaint decided, CaseEvent event) {
        if (begins(complaintId, decided, event, HeldFor.FACTS_ONLY) && decided.getReceivedAt() != null) {
            consented(complaintId, decided);
        }
        watched.put(complaintId, decided);
    }

    /** Whether the event holds it anew: a copy of one starts no new time. */
    private boolean begins(String complaintId, WatchedComplaint decided, CaseEvent event, HeldFor why) {
        String heldBy = event.getHeader().getEventId();
        if (heldBy.equals(decided.getHeldBy())) {
            return false;
        }
        clock.stop(complaintId, decided);
        clock.note(decided, heldBy, why, event.getHeader().getOccurredAt());
        return true;
    }

    /**
     * What a unit has is held where consent keeps something from it. Of a complaint whose submission an earlier version read, nobody
     * knows that here.
     */
    private void consented(String complaintId, WatchedComplaint decided) {
        if (decided.getHeldFor() != HeldFor.FACTS_ONLY) {
            return;
        }
        if (isWithheld(decided.getTransmitToProsecutor())) {
            clock.setTo(complaintId, decided, firstReminder(decided));
        } else {
            clock.stop(complaintId, decided);
        }
    }

    private static boolean isWithheld(@Nullable String consent) {
        return consent != null
                && !Disclosure.of(ConsentValue.valueOf(consent), Priority.UNKNOWN, false)
                        .identity()
                        .contains(Disclosure.Reader.UNIT);
    }

    private Instant firstReminder(WatchedComplaint held) {
        Instant since = held.getHeldSince();
        return settled(since == null ? now() : since, holding);
    }

    private void tellOverdue() {
        if (now().isBefore(startedAt)) {
            startedAt = now();
        }
        if (now().isBefore(startedAt.plus(SETTLING))) {
            return;
        }
        deadlines(TimeKey.FIRST, TimeKey.endOf(now())).forEach(entry -> {
            deadlines.delete(entry.key);
            tell(entry.value, watched.get(entry.value));
        });
    }

    private void settleAllAhead() {
        deadlines(TimeKey.endOf(now()), TimeKey.LAST)
                .forEach(entry -> settleIfAhead(entry.key, entry.value, watched.get(entry.value)));
    }

    /** What is further off than it would be set to now was set by a clock that was ahead. */
    private void settleIfAhead(String key, String complaintId, WatchedComplaint late) {
        if (late.getState() == WatchState.WAITING) {
            Instant deadline = deadline(late.getReceivedAt());
            if (deadline.isBefore(late.getDeadline())) {
                deadlines.delete(key);
                deadlines.put(TimeKey.of(deadline, complaintId), complaintId);
                late.setDeadline(deadline);
                watched.put(complaintId, late);
            }
        } else if (late.getHeldUntil() != null && late.getHeldUntil().isAfter(settled(now(), holding))) {
            deadlines.delete(key);
            clock.setTo(complaintId, late, firstReminder(late));
            watched.put(complaintId, late);
        }
    }

    private List<KeyValue<String, String>> deadlines(String from, String to) {
        List<KeyValue<String, String>> found = new ArrayList<>();
        try (KeyValueIterator<String, String> entries = deadlines.range(from, to)) {
            entries.forEachRemaining(found::add);
        }
        return found;
    }

    private void tell(String complaintId, WatchedComplaint late) {
        if (late.getState() == WatchState.WAITING) {
            forward(Overdue.obligation(complaintId, late, now()));
            WatchedComplaint overdue = in(WatchState.OVERDUE, late);
            clock.note(overdue, late.getSubmissionEventId(), HeldFor.UNDECIDED, late.getReceivedAt());
            remindLater(complaintId, overdue);
        } else if (late.getHeldUntil() != null) {
            late.setHeldTold(late.getHeldTold() + 1);
            forward(Overdue.held(complaintId, late, now()));
            remindLater(complaintId, late);
        }
    }

    private void remindLater(String complaintId, WatchedComplaint held) {
        clock.setTo(complaintId, held, now().plus(holding));
        watched.put(complaintId, held);
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
                .setTransmitToProsecutor(received.getTransmitToProsecutor().name())
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
