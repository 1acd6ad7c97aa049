/** The Commissioner's inbox: alerts gathered from every instance, as JSON and as a page. */
@NullMarked
package kz.aryz.notifier.inbox;

import org.jspecify.annotations.NullMarked;
