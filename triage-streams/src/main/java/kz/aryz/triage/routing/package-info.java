/** Which unit gets a complaint: one that is outside every accused body. */
@NullMarked
package kz.aryz.triage.routing;

import org.jspecify.annotations.NullMarked;
