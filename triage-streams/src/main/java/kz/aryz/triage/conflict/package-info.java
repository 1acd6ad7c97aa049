/** Which bodies must not learn of a complaint. */
@NullMarked
package kz.aryz.triage.conflict;

import org.jspecify.annotations.NullMarked;
