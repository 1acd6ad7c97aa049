/** {@code aryz up}: everything started in order, watched, and stopped in reverse. */
@NullMarked
package kz.aryz.quickstart.up;

import org.jspecify.annotations.NullMarked;
