package kz.aryz.sealing;

import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;

/**
 * The outcome of a sealing. The key must be on its topic before the section is: a section whose key is lost is lost.
 *
 * @param sealed the ciphertext, for the topic that carries the complaint
 * @param key its data key, wrapped for each recipient, for {@code complaints.keys}
 */
public record SealedSection(Sealed sealed, WrappedKey key) {}
