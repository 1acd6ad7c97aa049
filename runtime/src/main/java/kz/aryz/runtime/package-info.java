/** The life of a service process: start in order, wait, close in reverse, exit code. */
@NullMarked
package kz.aryz.runtime;

import org.jspecify.annotations.NullMarked;
