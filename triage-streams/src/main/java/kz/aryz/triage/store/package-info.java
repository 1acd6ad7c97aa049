/** The state stores of the topology: their names, what is in them, how they are kept. */
@NullMarked
package kz.aryz.triage.store;

import org.jspecify.annotations.NullMarked;
