/** The Commissioner's own watch: a complaint without a decision in time is told, even while nobody decides. */
@NullMarked
package kz.aryz.notifier.watch;

import org.jspecify.annotations.NullMarked;
