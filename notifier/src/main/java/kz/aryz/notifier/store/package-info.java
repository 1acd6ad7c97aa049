/** The state stores and what is in them. */
@NullMarked
package kz.aryz.notifier.store;

import org.jspecify.annotations.NullMarked;
