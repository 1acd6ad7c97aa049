package kz.aryz.shredding;

import java.time.Instant;
import java.util.Optional;

/**
 * That a legal hold was set or lifted, as it stands on record.
 *
 * @param by who did
 * @param set whether it was set
 * @param reason code of why
 * @param reference number of the decision
 */
public record HoldChange(Instant at, Officer by, boolean set, String reason, Optional<String> reference) {}
