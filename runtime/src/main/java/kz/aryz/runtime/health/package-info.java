/** Health as values with a cause, bounded in time. */
@NullMarked
package kz.aryz.runtime.health;

import org.jspecify.annotations.NullMarked;
