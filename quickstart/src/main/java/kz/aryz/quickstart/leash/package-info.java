/** The end of the line that ties a started process to its starter. Depends on nothing, for it runs in every process. */
@NullMarked
package kz.aryz.quickstart.leash;

import org.jspecify.annotations.NullMarked;
