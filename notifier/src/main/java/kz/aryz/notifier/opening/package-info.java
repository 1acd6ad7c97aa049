/** A complaint before the Commissioner's officers: what is known in clear, and what is sealed, once it is on record that they read it. */
@NullMarked
package kz.aryz.notifier.opening;

import org.jspecify.annotations.NullMarked;
