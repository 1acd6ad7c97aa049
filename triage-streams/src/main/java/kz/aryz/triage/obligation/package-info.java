/** Duties to tell somebody: who must be told what, and under which id, so that a replay repeats and never multiplies. */
@NullMarked
package kz.aryz.triage.obligation;

import org.jspecify.annotations.NullMarked;
