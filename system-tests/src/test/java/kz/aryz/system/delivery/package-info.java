/** How notifier gets a mail through: a mail server that misbehaves, workers that die, attempts that are lost. */
@NullMarked
package kz.aryz.system.delivery;

import org.jspecify.annotations.NullMarked;
