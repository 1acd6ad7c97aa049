/** What no service can process: kept, told of, in nobody's way, and sent again by an operator. */
@NullMarked
package kz.aryz.system.deadletter;

import org.jspecify.annotations.NullMarked;
