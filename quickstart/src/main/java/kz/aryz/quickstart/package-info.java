/** The command {@code aryz}, and the whole of Aryz on one machine. */
@NullMarked
package kz.aryz.quickstart;

import org.jspecify.annotations.NullMarked;
