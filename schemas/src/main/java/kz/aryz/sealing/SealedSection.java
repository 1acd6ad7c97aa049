package kz.aryz.sealing;

import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;

/**
 * A sealed section and the key that opens it, which travel on different topics.
 *
 * @param sealed goes with the complaint
 * @param key goes to {@code complaints.keys}, and must be acknowledged there first
 */
public record SealedSection(Sealed sealed, WrappedKey key) {}
