package kz.aryz.notifier.alert;

import kz.aryz.runtime.deadletter.DeadLetterCode;
import kz.aryz.runtime.deadletter.ParkedException;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.AcknowledgementKind;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationKind;
import org.jspecify.annotations.Nullable;

/** Takes records in as facts, and parks what this version does not know. */
public final class LedgerIntake {

    private LedgerIntake() {}

    public static LedgerFact raised(String obligationId, @Nullable Obligation obligation) {
        if (obligation == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        requireKnown(obligation.getKind() == ObligationKind.RAISED && obligation.getRaised() != null);
        requireKey(obligationId, obligation.getObligationId());
        return new LedgerFact.Raised(obligation);
    }

    public static LedgerFact ended(String obligationId, @Nullable DeliveryOutcome outcome) {
        if (outcome == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        requireKnown(outcome.getKind() != DeliveryResult.UNKNOWN);
        requireKey(obligationId, outcome.getObligationId());
        return new LedgerFact.Ended(outcome);
    }

    public static LedgerFact confirmed(String obligationId, @Nullable Acknowledgement acknowledgement) {
        if (acknowledgement == null) {
            throw new ParkedException(DeadLetterCode.MALFORMED);
        }
        requireKnown(acknowledgement.getKind() == AcknowledgementKind.ACKNOWLEDGED);
        requireKey(obligationId, acknowledgement.getObligationId());
        return new LedgerFact.Confirmed(acknowledgement);
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw new ParkedException(DeadLetterCode.UNKNOWN_KIND);
        }
    }

    private static void requireKey(@Nullable String key, String obligationId) {
        if (!obligationId.equals(key)) {
            throw new ParkedException(DeadLetterCode.KEY_MISMATCH);
        }
    }
}
