package kz.aryz.audit;

import kz.aryz.schema.Sealed;
import kz.aryz.schema.WrappedKey;
import org.jspecify.annotations.Nullable;

/**
 * One of the sealings that a section consists of, the complaint's or that of something sent in later.
 *
 * @param key what unseals it; null where it is not there: not yet, or destroyed
 */
public record SealedPart(Sealed sealed, @Nullable WrappedKey key) {}
