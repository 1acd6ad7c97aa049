/** Who works on a complaint: the decision about it, and the command's way through the topology. */
@NullMarked
package kz.aryz.triage.assignment;

import org.jspecify.annotations.NullMarked;
