/** Destroying sections of complaints: what forbids it, that it is whole, and that nothing of a key is left. */
@NullMarked
package kz.aryz.system.shredding;

import org.jspecify.annotations.NullMarked;
