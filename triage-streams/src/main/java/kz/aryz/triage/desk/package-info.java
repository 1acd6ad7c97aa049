/** The investigators' desk: queues in order of work, gathered from every instance, as JSON and as a page. */
@NullMarked
package kz.aryz.triage.desk;

import org.jspecify.annotations.NullMarked;
