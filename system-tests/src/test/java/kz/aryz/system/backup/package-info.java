/** A backup, and the Aryz that is made of it. */
@NullMarked
package kz.aryz.system.backup;

import org.jspecify.annotations.NullMarked;
