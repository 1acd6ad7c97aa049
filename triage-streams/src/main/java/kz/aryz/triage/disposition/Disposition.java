package kz.aryz.triage.disposition;

import java.util.List;
import java.util.Optional;
import kz.aryz.schema.ObligationReason;
import kz.aryz.triage.admission.Admitted;

/**
 * All that was decided about a complaint at one time. Nothing in it is content: it may go into events, queues and
 * alerts as it is.
 *
 * @param complaint the complaint, with the release and the time of the decision
 * @param refusal why the account could not be opened; empty where it was
 * @param profile code of the jurisdiction profile in force at receipt
 * @param assessment class and priority
 * @param assignment the unit that owns it now
 * @param duties why somebody must be told; empty where nobody must
 */
public record Disposition(
        Admitted complaint,
        Optional<String> refusal,
        String profile,
        Assessment assessment,
        Assignment assignment,
        List<ObligationReason> duties) {

    public Disposition {
        duties = List.copyOf(duties);
    }
}
