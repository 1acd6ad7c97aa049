/** One complaint, all the way: HTTP in, queue and mail out; and what faults on the way may not do to it. */
@NullMarked
package kz.aryz.system.journey;

import org.jspecify.annotations.NullMarked;
