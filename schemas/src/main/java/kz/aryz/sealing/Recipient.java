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

    /** Who the identity is sealed for: the holders of keys of those who may open it, by {@link Disclosure}. */
    public static Set<Recipient> ofIdentity(ConsentValue transmitToProsecutor) {
        return Disclosure.identity(transmitToProsecutor).contains(Disclosure.Reader.UNIT)
                ? Set.of(TRIAGE, COMMISSIONER)
                : Set.of(COMMISSIONER);
    }
}
