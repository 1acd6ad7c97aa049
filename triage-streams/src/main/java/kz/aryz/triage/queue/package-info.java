/** Queues of the units: what is put on them and the index that keeps them in order. */
@NullMarked
package kz.aryz.triage.queue;

import org.jspecify.annotations.NullMarked;
