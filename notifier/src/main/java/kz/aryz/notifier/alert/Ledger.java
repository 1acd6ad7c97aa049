package kz.aryz.notifier.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.aryz.id.DeterministicId;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.store.TimeKey;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryAttemptKind;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every obligation and makes its attempts due, until a person confirms. An obligation that is known already is ignored; a
 * report or a confirmation that comes before its obligation is kept. The message is written once, and is the same in every
 * attempt.
 */
@SuppressWarnings("NullAway.Init")
public final class Ledger implements Processor<String, LedgerFact, String, DeliveryAttempt> {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration SETTLE_EVERY = Duration.ofMinutes(1);

    private final Course course;
    private final Letters letters;
    private ProcessorContext<String, DeliveryAttempt> context;
    private KeyValueStore<String, Obligation> obligations;
    private KeyValueStore<String, MailDue> mails;
    private KeyValueStore<String, AlertProgress> progress;
    private KeyValueStore<String, String> inbox;
    private KeyValueStore<String, String> due;
    private boolean takenUp;

    /**
     * @param course when attempts are due
     * @param letters writes the messages
     */
    public Ledger(Course course, Letters letters) {
        this.course = course;
        this.letters = letters;
    }

    @Override
    public void init(ProcessorContext<String, DeliveryAttempt> context) {
        this.context = context;
        obligations = context.getStateStore(NotifierStores.OBLIGATIONS);
        mails = context.getStateStore(NotifierStores.MAILS);
        progress = context.getStateStore(NotifierStores.PROGRESS);
        inbox = context.getStateStore(NotifierStores.INBOX);
        due = context.getStateStore(NotifierStores.DUE);
        takenUp = false;
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> attemptAllDue());
        context.schedule(SETTLE_EVERY, PunctuationType.WALL_CLOCK_TIME, time -> settleAllAhead());
    }

    @Override
    public void process(Record<String, LedgerFact> record) {
        String id = record.key();
        AlertProgress before = progressOf(id);
        switch (record.value()) {
            case LedgerFact.Raised raised -> raise(raised.obligation(), before);
            case LedgerFact.Ended ended -> move(id, before, ended(id, before, ended.outcome()));
            case LedgerFact.Confirmed confirmed ->
                move(id, before, course.acknowledged(before, confirmed.acknowledgement()));
        }
    }

    private void raise(Obligation obligation, AlertProgress before) {
        String id = obligation.getObligationId();
        if (obligations.get(id) != null) {
            return;
        }
        MailDue mail = letters.write(obligation);
        obligations.put(id, obligation);
        mails.put(id, mail);
        AlertProgress raised = course.raised(before, now());
        move(id, before, raised);
        inbox.put(InboxPlace.of(obligation, raised).text(), id);
        attemptIfDue(id, raised);
    }

    private AlertProgress ended(String id, AlertProgress before, DeliveryOutcome outcome) {
        AlertProgress after = course.ended(before, outcome, now());
        return outcome.getKind() == DeliveryResult.DELIVERED && isToldAnew(id) ? Course.left(after) : after;
    }

    /** Of what the office holds the watch tells again and again, each time in a message of its own. */
    private boolean isToldAnew(String id) {
        Obligation obligation = obligations.get(id);
        return obligation != null && obligation.getRaised().getReason() == ObligationReason.HOLDING_OVERDUE;
    }

    private void attemptAllDue() {
        if (!takenUp) {
            takeUp();
            takenUp = true;
        }
        due(TimeKey.FIRST, TimeKey.endOf(now())).forEach(id -> attemptIfDue(id, progressOf(id)));
    }

    private void settleAllAhead() {
        due(TimeKey.endOf(now()), TimeKey.LAST).forEach(this::settleIfAhead);
    }

    private void settleIfAhead(String id) {
        AlertProgress before = progressOf(id);
        if (course.isAhead(before, now())) {
            move(id, before, course.settled(before, now()));
        }
    }

    private List<String> due(String from, String to) {
        List<String> ids = new ArrayList<>();
        try (KeyValueIterator<String, String> entries = due.range(from, to)) {
            entries.forEachRemaining(entry -> ids.add(entry.value));
        }
        return ids;
    }

    /** What a version that reminded nobody left open is reminded of. */
    private void takeUp() {
        List<String> open = new ArrayList<>();
        try (KeyValueIterator<String, String> entries =
                inbox.prefixScan(AlertState.OPEN.prefix(), new StringSerializer())) {
            entries.forEachRemaining(entry -> open.add(entry.value));
        }
        open.stream().filter(id -> !isToldAnew(id)).forEach(this::remind);
    }

    private void remind(String id) {
        AlertProgress before = progressOf(id);
        if (before.getDueAt() == null) {
            move(id, before, course.reminded(before, id, now()));
        }
    }

    private void attemptIfDue(String id, AlertProgress before) {
        if (before.getDueAt() != null && !before.getDueAt().isAfter(now())) {
            AlertProgress after = course.attempted(before, now());
            move(id, before, after);
            Obligation obligation = Objects.requireNonNull(obligations.get(id));
            context.forward(new Record<>(id, attempt(obligation, after.getAttempts()), now().toEpochMilli()));
        }
    }

    private DeliveryAttempt attempt(Obligation obligation, int number) {
        String id = obligation.getObligationId();
        return DeliveryAttempt.newBuilder()
                .setKind(DeliveryAttemptKind.MAIL_DUE)
                .setAttemptId(DeterministicId.of(id, "attempt", Integer.toString(number)))
                .setObligationId(id)
                .setComplaintId(obligation.getRaised().getComplaintId())
                .setNumber(number)
                .setDueAt(now())
                .setMail(mail(obligation))
                .build();
    }

    /** The message as it was written once, to where its addressee is today. */
    private MailDue mail(Obligation obligation) {
        return MailDue.newBuilder(mails.get(obligation.getObligationId()))
                .setRecipient(letters.mailboxOf(obligation))
                .build();
    }

    /** Only a known obligation stands in the inbox and has attempts to come. */
    private void move(String id, AlertProgress before, AlertProgress after) {
        progress.put(id, after);
        Obligation obligation = obligations.get(id);
        if (obligation != null) {
            moveInInbox(obligation, before, after);
            moveInTime(id, before.getDueAt(), after.getDueAt());
        }
    }

    /** Put in its new place before it is taken from its old one: whoever reads meanwhile may see it twice, never not at all. */
    private void moveInInbox(Obligation obligation, AlertProgress before, AlertProgress after) {
        InboxPlace from = InboxPlace.of(obligation, before);
        InboxPlace to = InboxPlace.of(obligation, after);
        if (!from.equals(to)) {
            inbox.put(to.text(), obligation.getObligationId());
            inbox.delete(from.text());
        }
    }

    private void moveInTime(String id, @Nullable Instant from, @Nullable Instant to) {
        if (from != null) {
            due.delete(TimeKey.of(from, id));
        }
        if (to != null) {
            due.put(TimeKey.of(to, id), id);
        }
    }

    private AlertProgress progressOf(String id) {
        AlertProgress known = progress.get(id);
        return known == null ? Course.start() : known;
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
