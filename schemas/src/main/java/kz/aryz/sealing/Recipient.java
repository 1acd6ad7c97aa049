package kz.aryz.sealing;

/** Who may hold a private keyset. The names are part of the format: they stand in {@code Sealed} and in file names. */
public enum Recipient {
    /** triage-streams: a machine must read an account to classify it. */
    TRIAGE,
    /** The Commissioner for Human Rights. */
    COMMISSIONER
}
