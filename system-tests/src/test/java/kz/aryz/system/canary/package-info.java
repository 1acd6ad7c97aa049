/** Looks for what was said in confidence wherever Aryz writes. */
@NullMarked
package kz.aryz.system.canary;

import org.jspecify.annotations.NullMarked;
