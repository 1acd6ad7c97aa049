/** Logs without content. */
@NullMarked
package kz.aryz.runtime.logging;

import org.jspecify.annotations.NullMarked;
