/** What a change of keys does to a log that is in use. */
@NullMarked
package kz.aryz.system.rotation;

import org.jspecify.annotations.NullMarked;
