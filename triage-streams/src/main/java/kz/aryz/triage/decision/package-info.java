/** Everything that is decided about a complaint when it comes in, as one pure function. */
@NullMarked
package kz.aryz.triage.decision;

import org.jspecify.annotations.NullMarked;
