/** Who opened what is sealed, over all complaints: the record as a list, read from the end of the log. */
@NullMarked
package kz.aryz.notifier.accesses;

import org.jspecify.annotations.NullMarked;
