/** What the Commissioner's office holds, as one list over all instances: since when, why, and when the office is told of it. */
@NullMarked
package kz.aryz.notifier.holding;

import org.jspecify.annotations.NullMarked;
