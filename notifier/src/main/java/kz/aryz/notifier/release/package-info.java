/** What the Commissioner's office lets a unit have of what it holds: asked for, on record, and the keys handed over. */
@NullMarked
package kz.aryz.notifier.release;

import org.jspecify.annotations.NullMarked;
