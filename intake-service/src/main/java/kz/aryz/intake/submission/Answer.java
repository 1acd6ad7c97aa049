package kz.aryz.intake.submission;

import java.time.Instant;
import java.util.List;
import kz.aryz.id.ComplaintNumber;
import kz.aryz.id.ReceiptKey;
import kz.aryz.schema.Gap;

/** What somebody who sent a complaint is told. */
public sealed interface Answer {

    /**
     * The complaint is safe.
     *
     * @param told whether this was answered before and the time is over in which a page answers it again with the key; a program
     *     gets the same answer at any time
     */
    record Accepted(
            String complaintId,
            ComplaintNumber number,
            ReceiptKey key,
            Instant receivedAt,
            List<Gap> gaps,
            boolean told)
            implements Answer {
        public Accepted {
            gaps = List.copyOf(gaps);
        }
    }

    /** Something else was sent before under the same key. */
    record Conflict() implements Answer {}

    /** Nobody knows whether the complaint is safe: it is to be sent again, with the same key. */
    record Unknown() implements Answer {}
}
