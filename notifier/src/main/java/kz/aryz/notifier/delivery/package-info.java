/** Workers that take attempts from a share group, send them, and write down how it went. */
@NullMarked
package kz.aryz.notifier.delivery;

import org.jspecify.annotations.NullMarked;
