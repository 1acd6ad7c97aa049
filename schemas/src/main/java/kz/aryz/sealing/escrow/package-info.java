/** A secret shared among holders, of whom any so many together restore it, on paper that finds its own typing mistakes. */
@NullMarked
package kz.aryz.sealing.escrow;

import org.jspecify.annotations.NullMarked;
