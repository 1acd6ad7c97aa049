/**
 * Who was first: one idempotency key leads to one complaint and one answer, whatever repeats, restarts or races. See decision
 * 2 of the architecture.
 */
@NullMarked
package kz.aryz.intake.receipt;

import org.jspecify.annotations.NullMarked;
