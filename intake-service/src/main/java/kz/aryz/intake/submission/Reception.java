package kz.aryz.intake.submission;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import kz.aryz.id.ComplaintId;
import kz.aryz.id.ComplaintNumber;
import kz.aryz.id.PermanentSecret;
import kz.aryz.id.ReceiptKey;
import kz.aryz.intake.complaint.Complaint;
import kz.aryz.intake.complaint.ComplaintMapping;
import kz.aryz.intake.log.Deadline;
import kz.aryz.intake.log.LogUnavailable;
import kz.aryz.intake.receipt.Claims;
import kz.aryz.intake.receipt.Decision;
import kz.aryz.schema.Claimed;
import kz.aryz.serde.AvroBinary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a complaint in. It is answered only when it is safe, and the same message always gets the same answer. */
public final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /** How long a repetition waits for the request that it repeats. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int MOST_LEAVING = 1_000;

    /**
     * How long a page answers a repetition with the key: for whoever did not get the answer over a slow line, and for whoever is still
     * reading it when their browser loads it again. See docs/decisions/receipts.md.
     */
    static final Duration SHOWN_AGAIN_FOR = Duration.ofMinutes(10);

    private final PermanentSecret secret;
    private final ComplaintMapping mapping;
    private final Claims claims;
    private final Submissions submissions;
    private final Clock clock;
    private final Duration within;
    private final Semaphore leaving = new Semaphore(MOST_LEAVING);

    /** @param within the time after which the answer is that nobody knows */
    public Reception(
            PermanentSecret secret,
            ComplaintMapping mapping,
            Claims claims,
            Submissions submissions,
            Clock clock,
            Duration within) {
        this.secret = secret;
        this.mapping = mapping;
        this.claims = claims;
        this.submissions = submissions;
        this.clock = clock;
        this.within = within;
    }

    public Answer receive(Message message) {
        try {
            return receive(message, Deadline.in(within));
        } catch (LogUnavailable e) {
            LOG.warn("A complaint could not be confirmed in time: {}", e.getMessage());
            return new Answer.Unknown();
        }
    }

    /**
     * When this message was received, if it is safe. Nothing is stored by asking. Where it cannot be known now, the answer is the
     * same as where it is not.
     */
    public Optional<Instant> storedAt(Message message) {
        try {
            return claims.published(id(message), Deadline.in(PATIENCE)).map(Claimed::getReceivedAt);
        } catch (LogUnavailable e) {
            LOG.warn("It could not be known in time whether a complaint is stored: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * What a repetition of this message is answered, if it is safe; waits a little for who may be publishing it now. Nothing is stored by
     * asking. Where it cannot be known now, the answer is the same as where it is not.
     */
    public Optional<Answer.Accepted> again(Message message) {
        String id = id(message);
        try {
            Optional<Claimed> claimed = claims.claimed(id, Deadline.in(PATIENCE));
            Optional<Instant> answered = claimed.isPresent() ? claims.answered(id, PATIENCE) : Optional.empty();
            return answered.flatMap(at -> claimed.map(claim -> accepted(id, claim, isTold(id, at))));
        } catch (LogUnavailable e) {
            LOG.warn("It could not be known in time how a complaint was answered: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Whoever was shown the answer leaves it. This instance knows that from here on; where it cannot be noted now for the others, time
     * makes up for it.
     */
    public void leave(String complaintId) {
        claims.leaving(complaintId);
        try {
            claims.leave(complaintId, now(), Deadline.in(PATIENCE));
        } catch (LogUnavailable e) {
            LOG.warn("It could not be noted in time that an answer was left: {}", e.getMessage());
        }
    }

    /**
     * The same for whoever must be gone at once: they do not wait for the others to know it. So many can go at the same time that only
     * an attack makes anybody wait.
     */
    public void leaveAtOnce(String complaintId) {
        claims.leaving(complaintId);
        if (leaving.tryAcquire()) {
            Thread.ofVirtual().name("leaving").start(() -> {
                try {
                    leave(complaintId);
                } finally {
                    leaving.release();
                }
            });
        } else {
            leave(complaintId);
        }
    }

    private String id(Message message) {
        return ComplaintId.of(secret, message.entry(), "", message.idempotencyKey());
    }

    private Answer receive(Message message, Deadline deadline) throws LogUnavailable {
        String id = id(message);
        byte[] bodyMac = secret.mac("body", message.bytes());
        Complaint complaint = mapping.map(message.json(), now());
        Claimed proposal = Claimed.newBuilder()
                .setBodyMac(ByteBuffer.wrap(bodyMac))
                .setComplaintNumber(ComplaintNumber.of(secret, id).text())
                .setStatusKey(ReceiptKey.of(secret, id, bodyMac).statusKey(secret))
                .setReceivedAt(complaint.receivedAt())
                .setGaps(complaint.gaps())
                .build();
        return switch (claims.decide(id, proposal, deadline)) {
            case Decision.First first -> {
                publish(id, complaint, message.actor(), first.claimed(), deadline);
                yield accepted(id, first.claimed(), false);
            }
            case Decision.Repeated repeated -> {
                boolean told = repeat(id, message, repeated.claimed(), deadline);
                yield accepted(id, repeated.claimed(), told);
            }
            case Decision.Conflict conflict -> new Answer.Conflict();
        };
    }

    /**
     * Publishes again unless it is known that there is no need; whoever reads it tells a repetition by the complaint's id.
     *
     * @return whether its sender counts as told: nobody was while it was not published
     */
    private boolean repeat(String id, Message message, Claimed claimed, Deadline deadline) throws LogUnavailable {
        Optional<Instant> answered = claims.answered(id, PATIENCE);
        if (answered.isEmpty()) {
            Complaint complaint = mapping.map(message.json(), claimed.getReceivedAt());
            publish(id, complaint, message.actor(), claimed, deadline);
        }
        return answered.map(at -> isTold(id, at)).orElse(false);
    }

    private boolean isTold(String id, Instant answeredAt) {
        return claims.isLeft(id) || !now().isBefore(answeredAt.plus(SHOWN_AGAIN_FOR));
    }

    private void publish(String id, Complaint complaint, Actor actor, Claimed claimed, Deadline deadline)
            throws LogUnavailable {
        submissions.publish(id, complaint, actor, claimed, deadline);
        claims.noteAnswered(id, now());
    }

    private Answer.Accepted accepted(String id, Claimed claimed, boolean told) {
        ReceiptKey key = ReceiptKey.of(secret, id, AvroBinary.bytes(claimed.getBodyMac()));
        return new Answer.Accepted(
                id, ComplaintNumber.of(secret, id), key, claimed.getReceivedAt(), claimed.getGaps(), told);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
