/** The clerk's pages: complaints taken down for others, several in a row, read back, and never lost with a session. */
@NullMarked
package kz.aryz.intake.clerk;

import org.jspecify.annotations.NullMarked;
