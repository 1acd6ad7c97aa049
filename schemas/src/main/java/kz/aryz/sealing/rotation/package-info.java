/** Wrapping data keys anew on {@code complaints.keys}, without bringing back one that was destroyed. */
@NullMarked
package kz.aryz.sealing.rotation;

import org.jspecify.annotations.NullMarked;
