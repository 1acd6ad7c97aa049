/** The hash chain of each complaint's events: whether what stands on the topic is what was written there. */
@NullMarked
package kz.aryz.chain;

import org.jspecify.annotations.NullMarked;
