/** How urgent a complaint is. */
@NullMarked
package kz.aryz.triage.priority;

import org.jspecify.annotations.NullMarked;
