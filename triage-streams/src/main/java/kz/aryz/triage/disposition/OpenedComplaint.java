package kz.aryz.triage.disposition;

import kz.aryz.schema.AccountSection;
import kz.aryz.triage.admission.Admitted;

/** A complaint after the attempt to open its account. Its text form shows nothing of the account. */
public sealed interface OpenedComplaint {

    Admitted complaint();

    /** The account lies open. */
    record Open(Admitted complaint, AccountSection account) implements OpenedComplaint {

        @Override
        public String toString() {
            return "Open[" + complaint.complaintId() + "]";
        }
    }

    /**
     * The account stays shut.
     *
     * @param code why
     */
    record Shut(Admitted complaint, String code) implements OpenedComplaint {}
}
