/** Whether a complaint that the Commissioner holds goes to a unit, with what is sealed or without. */
@NullMarked
package kz.aryz.triage.release;

import org.jspecify.annotations.NullMarked;
