/** A new version takes over from a running one: what the groups and stores of the old one hold, it goes on with. */
@NullMarked
package kz.aryz.system.upgrade;

import org.jspecify.annotations.NullMarked;
