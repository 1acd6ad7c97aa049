/** What can never be processed: kept with its bytes and a code, told to somebody, never in the way of what follows. */
@NullMarked
package kz.aryz.runtime.deadletter;

import org.jspecify.annotations.NullMarked;
