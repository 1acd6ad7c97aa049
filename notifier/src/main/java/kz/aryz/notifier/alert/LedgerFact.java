package kz.aryz.notifier.alert;

import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.Obligation;

/** What the ledger learns. */
public sealed interface LedgerFact {

    /** Somebody must be told. */
    record Raised(Obligation obligation) implements LedgerFact {}

    /** An attempt ended. */
    record Ended(DeliveryOutcome outcome) implements LedgerFact {}

    /** A person confirmed. */
    record Confirmed(Acknowledgement acknowledgement) implements LedgerFact {}
}
