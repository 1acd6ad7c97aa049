package kz.aryz.intake.status;

import java.time.Instant;
import kz.aryz.schema.ComplaintState;

/**
 * How a complaint stands.
 *
 * @param updatedAt when the state was reached
 * @param nextStep code of what comes next
 */
public record Standing(ComplaintState state, Instant receivedAt, Instant updatedAt, String nextStep) {}
