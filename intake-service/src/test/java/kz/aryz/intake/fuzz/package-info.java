/** Bytes that nobody would send on purpose, and some that somebody would. */
@NullMarked
package kz.aryz.intake.fuzz;

import org.jspecify.annotations.NullMarked;
