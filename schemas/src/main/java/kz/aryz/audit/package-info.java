/** Every opening of what is sealed, on record before it happens: who, what, why. */
@NullMarked
package kz.aryz.audit;

import org.jspecify.annotations.NullMarked;
