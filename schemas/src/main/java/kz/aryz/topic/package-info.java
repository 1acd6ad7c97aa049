/** The typed catalogue of topics: what is on each, who writes and reads it, how long it is kept; and the broker made to follow it. */
@NullMarked
package kz.aryz.topic;

import org.jspecify.annotations.NullMarked;
