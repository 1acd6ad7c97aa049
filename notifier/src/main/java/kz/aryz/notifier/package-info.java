/** Duties to tell: what must be told, to whom, how often it was tried, and who confirmed that they know. */
@NullMarked
package kz.aryz.notifier;

import org.jspecify.annotations.NullMarked;
