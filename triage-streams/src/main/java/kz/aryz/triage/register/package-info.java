/** The register: turns a decision into the events, the queue entries, the status and the duties that follow from it. */
@NullMarked
package kz.aryz.triage.register;

import org.jspecify.annotations.NullMarked;
