package kz.aryz.intake.receipt;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.aryz.intake.log.Deadline;
import kz.aryz.intake.log.Log;
import kz.aryz.intake.log.LogUnavailable;
import kz.aryz.schema.Answered;
import kz.aryz.schema.Claimed;
import kz.aryz.schema.Receipt;
import kz.aryz.schema.ReceiptKind;
import kz.aryz.schema.ReceiptLeft;
import kz.aryz.serde.AvroBinary;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which request is the first under an idempotency key. A request reads the key's partition to its end; where there is
 * no claim it writes one and reads on to it. Whatever claim has the lowest offset decides, for every request on every
 * instance. Each claim has a record key of its own, so that compaction never removes or moves the first.
 */
public final class Claims {

    private static final Topic<Receipt> TOPIC = Topics.RECEIPTS;

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Log log;
    private final ReceiptTable table;

    public Claims(Log log, ReceiptTable table) {
        this.log = log;
        this.table = table;
    }

    /** The decision about a request whose answer would be the proposal if it were the first. */
    public Decision decide(String complaintId, Claimed proposal, Deadline deadline) throws LogUnavailable {
        readToEnd(complaintId, deadline);
        Optional<FirstClaim> earlier = table.first(complaintId);
        if (earlier.isPresent()) {
            return repetition(earlier.get(), proposal);
        }
        long own = deadline.await(
                log.append(TOPIC, complaintId, complaintId + "/" + UUID.randomUUID(), claim(complaintId, proposal)));
        readTo(complaintId, own + 1, deadline);
        FirstClaim first = table.first(complaintId)
                .orElseThrow(() -> new IllegalStateException("a claim was read and is not in the table"));
        return first.offset() == own ? new Decision.First(first.claimed()) : repetition(first, proposal);
    }

    /** When the complaint was published, if that is known; waits a little for who may be publishing it now. */
    public Optional<Instant> answered(String complaintId, Duration patience) throws LogUnavailable {
        CompletableFuture<Instant> answer = table.answer(complaintId);
        return Deadline.in(patience).isMetBy(answer) ? Optional.of(answer.join()) : Optional.empty();
    }

    /** What a complaint is answered with, once it is published; empty where nobody has claimed it. */
    public Optional<Claimed> claimed(String complaintId, Deadline deadline) throws LogUnavailable {
        readToEnd(complaintId, deadline);
        return table.first(complaintId).map(FirstClaim::claimed);
    }

    /** The same of one that is known to be published. */
    public Optional<Claimed> published(String complaintId, Deadline deadline) throws LogUnavailable {
        return claimed(complaintId, deadline)
                .filter(claim -> table.answer(complaintId).isDone());
    }

    /** Whether whoever was shown the answer has left it, as far as has been read. */
    public boolean isLeft(String complaintId) {
        return table.isLeft(complaintId);
    }

    /** From now on this instance knows that whoever was shown the answer leaves it. */
    public void leaving(String complaintId) {
        table.leaving(complaintId);
    }

    /** Notes that whoever was shown the answer has left it, once for a complaint that there is; returns when it is safe. */
    public void leave(String complaintId, Instant at, Deadline deadline) throws LogUnavailable {
        readToEnd(complaintId, deadline);
        if (table.first(complaintId).isPresent() && !table.isNotedAsLeft(complaintId)) {
            Receipt left = Receipt.newBuilder()
                    .setKind(ReceiptKind.LEFT)
                    .setComplaintId(complaintId)
                    .setLeft(new ReceiptLeft(at))
                    .build();
            deadline.await(log.append(TOPIC, complaintId, complaintId + "/left", left));
        }
    }

    /** Notes that the complaint is published. If the note is lost, a repetition publishes again, which does no harm. */
    @SuppressWarnings("FutureReturnValueIgnored") // see above
    public void noteAnswered(String complaintId, Instant at) {
        Receipt answered = Receipt.newBuilder()
                .setKind(ReceiptKind.ANSWERED)
                .setComplaintId(complaintId)
                .setAnswered(new Answered(at))
                .build();
        try {
            log.append(TOPIC, complaintId, complaintId + "/answered", answered);
        } catch (LogUnavailable e) {
            LOG.debug("A complaint was published and it could not be noted", e);
        }
    }

    private void readToEnd(String complaintId, Deadline deadline) throws LogUnavailable {
        readTo(complaintId, deadline.await(log.end(TOPIC, complaintId)), deadline);
    }

    private void readTo(String complaintId, long position, Deadline deadline) throws LogUnavailable {
        deadline.await(table.read(TOPIC.partition(complaintId), position));
    }

    private static Decision repetition(FirstClaim first, Claimed proposal) {
        return MessageDigest.isEqual(
                        AvroBinary.bytes(first.claimed().getBodyMac()), AvroBinary.bytes(proposal.getBodyMac()))
                ? new Decision.Repeated(first.claimed())
                : new Decision.Conflict();
    }

    private static Receipt claim(String complaintId, Claimed proposal) {
        return Receipt.newBuilder()
                .setKind(ReceiptKind.CLAIMED)
                .setComplaintId(complaintId)
                .setClaimed(proposal)
                .build();
    }
}
