/** The broker falls silent in the middle of what it must not break. */
@NullMarked
package kz.aryz.system.outage;

import org.jspecify.annotations.NullMarked;
