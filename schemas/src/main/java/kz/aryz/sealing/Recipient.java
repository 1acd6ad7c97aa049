package kz.aryz.sealing;

import java.util.Set;
import kz.aryz.schema.ConsentValue;

/** Who a section can be sealed for: the holder of a private keyset. */
public enum Recipient {
    /** The machine that classifies and routes, and through it the unit a complaint is handed to. */
    TRIAGE,
    /** The Commissioner for Human Rights. */
    COMMISSIONER;

    /** Who may read the account: a machine must read it to classify it, and the Commissioner oversees the machine. */
    public static Set<Recipient> ofAccount() {
        return Set.of(TRIAGE, COMMISSIONER);
    }

    /** Who may read the identity: the Commissioner, and triage only where the person agreed to hand it on. */
    public static Set<Recipient> ofIdentity(ConsentValue transmitToProsecutor) {
        return transmitToProsecutor == ConsentValue.GIVEN ? Set.of(TRIAGE, COMMISSIONER) : Set.of(COMMISSIONER);
    }
}
