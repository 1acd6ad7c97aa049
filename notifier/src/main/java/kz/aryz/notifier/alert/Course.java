package kz.aryz.notifier.alert;

import java.time.Duration;
import java.time.Instant;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import org.jspecify.annotations.Nullable;

/**
 * How an obligation gets on: attempts until a person confirms. Once a server took the message it goes again as a reminder only.
 * Facts may come in any order and more than once; the result is the same.
 */
public final class Course {

    private static final int SHARES = 1_000;

    private final RetrySchedule schedule;

    public Course(RetrySchedule schedule) {
        this.schedule = schedule;
    }

    /** Where every obligation starts. */
    static AlertProgress start() {
        return AlertProgress.newBuilder().build();
    }

    /** The obligation is known: its first attempt is due, unless one was made already. */
    AlertProgress raised(AlertProgress progress, Instant now) {
        return progress.getAttempts() > 0 ? progress : due(progress, now);
    }

    /** The next attempt was made due. */
    AlertProgress attempted(AlertProgress progress, Instant now) {
        int number = progress.getAttempts() + 1;
        AlertProgress made =
                AlertProgress.newBuilder(progress).setAttempts(number).build();
        return due(made, now.plus(schedule.patienceFor(number)));
    }

    /**
     * Whether an attempt that was made due at {@code dueAt} need not be made: a person confirmed, or it waited in line while
     * another came to its end. That a later one waits behind it is no reason: each would give way to the next, and
     * none be made.
     */
    static boolean isPast(AlertProgress progress, Instant dueAt) {
        Instant endedAt = progress.getEndedAt();
        return isConfirmed(progress) || (endedAt != null && !dueAt.isAfter(endedAt));
    }

    /**
     * An attempt ended. Only the latest one moves the next; a late success counts whichever it belongs to, no failure counts
     * beside it, and whatever was made due before it was heard of need not be made. An end that is yet to come is somebody's
     * wrong clock: it buys no time.
     */
    AlertProgress ended(AlertProgress before, DeliveryOutcome outcome, Instant now) {
        Instant at = earlier(outcome.getAt(), now);
        if (outcome.getKind() == DeliveryResult.DELIVERED) {
            return delivered(over(before, now), outcome, at);
        }
        AlertProgress progress = over(before, at);
        if (outcome.getNumber() < progress.getAttempts() || rests(progress, at)) {
            return progress;
        }
        AlertProgress failed = AlertProgress.newBuilder(progress)
                .setAttempts(outcome.getNumber())
                .setLastResult(progress.getDeliveredAt() == null ? outcome.getCode() : progress.getLastResult())
                .build();
        return due(failed, at.plus(pauseAfter(failed)));
    }

    private static AlertProgress over(AlertProgress progress, Instant endedAt) {
        return AlertProgress.newBuilder(progress)
                .setEndedAt(later(progress.getEndedAt(), endedAt))
                .build();
    }

    /** A reminder that is refused is in no hurry: others have not been told for the first time. */
    private Duration pauseAfter(AlertProgress failed) {
        return failed.getDeliveredAt() == null ? schedule.pauseAfter(failed.getAttempts()) : schedule.longestPause();
    }

    /** A person confirmed. The first confirmation counts, and ends the attempts; nothing is ever deleted. */
    AlertProgress acknowledged(AlertProgress progress, Acknowledgement acknowledgement) {
        Instant first = progress.getAcknowledgedAt();
        if (first != null && !acknowledgement.getAt().isBefore(first)) {
            return progress;
        }
        return AlertProgress.newBuilder(progress)
                .setAcknowledgedAt(acknowledgement.getAt())
                .setAcknowledgedBy(acknowledgement.getActorRef())
                .setDueAt(null)
                .build();
    }

    /**
     * It was left without a next attempt, as by a version that reminded nobody: there is one again. What should have gone by now
     * goes within the time of a reminder, so that a first message does not wait behind all of it, now or each day from now on.
     */
    AlertProgress reminded(AlertProgress progress, String id, Instant now) {
        Instant taken = progress.getDeliveredAt();
        if (taken == null) {
            return due(progress, now);
        }
        Instant reminder = taken.plus(schedule.reminder());
        return due(progress, reminder.isBefore(now) ? now.plus(share(id, schedule.reminder())) : reminder);
    }

    /** A part of that time, another one for each id. */
    private static Duration share(String id, Duration whole) {
        return whole.multipliedBy(Math.floorMod(id.hashCode(), SHARES)).dividedBy(SHARES);
    }

    /** Nobody is reminded. */
    static AlertProgress left(AlertProgress progress) {
        return AlertProgress.newBuilder(progress).setDueAt(null).build();
    }

    /** Whether the next attempt is further off than any may be: a clock put it there that was ahead. */
    boolean isAhead(AlertProgress progress, Instant now) {
        Instant dueAt = progress.getDueAt();
        return dueAt != null && dueAt.isAfter(now.plus(longestWait(progress)));
    }

    /** What a clock put off that was ahead is due, and nothing has ended that is yet to come. */
    AlertProgress settled(AlertProgress progress, Instant now) {
        Instant endedAt = progress.getEndedAt();
        AlertProgress settled = AlertProgress.newBuilder(progress)
                .setEndedAt(endedAt != null && endedAt.isBefore(now) ? endedAt : null)
                .build();
        return due(settled, now);
    }

    private AlertProgress delivered(AlertProgress progress, DeliveryOutcome outcome, Instant at) {
        AlertProgress taken = AlertProgress.newBuilder(progress)
                .setAttempts(Math.max(progress.getAttempts(), outcome.getNumber()))
                .setLastResult(outcome.getCode())
                .setDeliveredAt(earlier(progress.getDeliveredAt(), at))
                .build();
        return due(taken, later(progress.getDueAt(), at.plus(schedule.reminder())));
    }

    /** Whether a server took the message, and the reminder is later than any attempt waits that is under way. */
    private boolean rests(AlertProgress progress, Instant at) {
        Instant dueAt = progress.getDueAt();
        return progress.getDeliveredAt() != null && dueAt != null && dueAt.isAfter(at.plus(patience(progress)));
    }

    private Duration longestWait(AlertProgress progress) {
        Duration patience = patience(progress);
        boolean reminds =
                progress.getDeliveredAt() != null && schedule.reminder().compareTo(patience) > 0;
        return reminds ? schedule.reminder() : patience;
    }

    /** Of the latest attempt. */
    private Duration patience(AlertProgress progress) {
        return schedule.patienceFor(Math.max(1, progress.getAttempts()));
    }

    private static AlertProgress due(AlertProgress progress, Instant at) {
        return AlertProgress.newBuilder(progress)
                .setDueAt(isConfirmed(progress) ? null : at)
                .build();
    }

    private static boolean isConfirmed(AlertProgress progress) {
        return progress.getAcknowledgedAt() != null;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
