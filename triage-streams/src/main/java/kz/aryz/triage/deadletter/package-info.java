/** {@code aryz dead-letters}: what could not be processed, seen and sent again by an operator. */
@NullMarked
package kz.aryz.triage.deadletter;

import org.jspecify.annotations.NullMarked;
