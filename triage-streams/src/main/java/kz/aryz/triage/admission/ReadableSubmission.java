package kz.aryz.triage.admission;

import kz.aryz.runtime.deadletter.DeadLetterCode;
import kz.aryz.runtime.deadletter.ParkedException;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.Submission;
import kz.aryz.triage.queue.IndexKey;
import org.jspecify.annotations.Nullable;

/** What a record of complaints.submissions must be for triage to act on it; anything else is parked, never skipped. */
final class ReadableSubmission {

    private ReadableSubmission() {}

    /** @throws ParkedException with the code of what is wrong */
    static Submission check(@Nullable String key, @Nullable Submission submission) {
        if (submission == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        if (!submission.getHeader().getComplaintId().equals(key)) {
            throw new ParkedException(DeadLetterCode.KEY_MISMATCH);
        }
        return switch (submission.getKind()) {
            case COMPLAINT_RECEIVED -> withFact(submission);
            case SUPPLEMENT_RECEIVED -> throw new ParkedException(DeadLetterCode.UNSUPPORTED_KIND);
            case UNKNOWN -> throw new ParkedException(DeadLetterCode.UNKNOWN_KIND);
        };
    }

    /** What has no place in a queue is found out here, while its bytes are at hand, and not when its wait ends. */
    private static Submission withFact(Submission submission) {
        ComplaintReceived received = submission.getComplaintReceived();
        if (received == null
                || !IndexKey.isPlace(
                        received.getReceivedAt(), submission.getHeader().getComplaintId())) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        return submission;
    }
}
