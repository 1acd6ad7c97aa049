/** Topics that every instance reads whole, outside the topology. */
@NullMarked
package kz.aryz.runtime.follow;

import org.jspecify.annotations.NullMarked;
