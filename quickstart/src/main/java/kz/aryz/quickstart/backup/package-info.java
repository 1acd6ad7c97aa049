/** {@code aryz backup} and {@code aryz restore}: for a cluster that runs, or for a folder of data on this machine. */
@NullMarked
package kz.aryz.quickstart.backup;

import org.jspecify.annotations.NullMarked;
