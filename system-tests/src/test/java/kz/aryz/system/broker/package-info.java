/** A broker that asks everybody who they are, and what it refuses them. */
@NullMarked
package kz.aryz.system.broker;

import org.jspecify.annotations.NullMarked;
