package kz.aryz.triage.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.schema.StaffMember;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who came to the desk and may be given complaints, once, and again when something about them has changed, be it that
 * they may be given none any more. Nobody waits for it, and nothing of what they came for depends on it: who could not be written is
 * written when they come again.
 */
public final class Arrivals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final Duration CLOSE = Duration.ofSeconds(2);

    private final Roster roster;
    private final MemberRecords records;
    private final Producer<String, StaffMember> producer;
    private final Clock clock;
    private final Map<String, Member> underWay = new ConcurrentHashMap<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("roster-writer").daemon().factory());

    /** @param producer for staff.members; stays the caller's to close, after this */
    public Arrivals(Roster roster, MemberRecords records, Producer<String, StaffMember> producer, Clock clock) {
        this.roster = roster;
        this.records = records;
        this.producer = producer;
        this.clock = clock;
    }

    /** Somebody came. */
    public void note(Person person, String name) {
        Member member = new Member(person, name);
        if (!belongsThere(person) || isKnown(member) || isUnderWay(member)) {
            return;
        }
        try {
            writer.execute(() -> write(member));
        } catch (RejectedExecutionException closed) {
            LOG.debug("nobody is written down any more");
        }
    }

    /** Whoever may be given complaints, or stands there as somebody who may. */
    private boolean belongsThere(Person person) {
        return Access.anywhere(person, Action.WORK_ON)
                || roster.find(person.pseudonym()).isPresent();
    }

    private boolean isKnown(Member member) {
        boolean known = roster.find(member.pseudonym()).filter(member::equals).isPresent();
        if (known) {
            underWay.remove(member.pseudonym());
        }
        return known;
    }

    private boolean isUnderWay(Member member) {
        return member.equals(underWay.put(member.pseudonym(), member));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    private void write(Member member) {
        String pseudonym = member.pseudonym();
        try {
            StaffMember record = records.record(member, clock.instant());
            producer.send(
                    new ProducerRecord<>(Topics.STAFF_MEMBERS.name(), 0, pseudonym, record),
                    (place, failure) -> done(member, failure));
        } catch (RuntimeException failure) {
            done(member, failure);
        }
    }

    /** What was written is known once it has been read back; what was not is tried again. */
    private void done(Member member, @Nullable Exception failure) {
        if (failure != null) {
            LOG.warn(
                    "a member of staff could not be written down: {}",
                    failure.getClass().getSimpleName());
            underWay.remove(member.pseudonym(), member);
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        try {
            if (!writer.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("somebody is still being written down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
