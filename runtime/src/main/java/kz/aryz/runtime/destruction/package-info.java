/** Approvals of destructions, and legal holds, over HTTP: the same at every service whose people decide about them. */
@NullMarked
package kz.aryz.runtime.destruction;

import org.jspecify.annotations.NullMarked;
