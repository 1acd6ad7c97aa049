/** Two instances of every service on one broker: what they do as one, and what remains when one dies. */
@NullMarked
package kz.aryz.system.instances;

import org.jspecify.annotations.NullMarked;
