/** Aryz: complaint intake for allegations of torture and abuse of power in custody. */
@NullMarked
package kz.aryz;

import org.jspecify.annotations.NullMarked;
