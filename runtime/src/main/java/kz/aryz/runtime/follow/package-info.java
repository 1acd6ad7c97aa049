/** Topics that are read outside the topology, each in a thread of its own. */
@NullMarked
package kz.aryz.runtime.follow;

import org.jspecify.annotations.NullMarked;
