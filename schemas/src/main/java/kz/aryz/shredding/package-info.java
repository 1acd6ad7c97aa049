/** Destroying the data keys of a complaint's sections: who must have approved it, what forbids it, and the act itself. */
@NullMarked
package kz.aryz.shredding;

import org.jspecify.annotations.NullMarked;
