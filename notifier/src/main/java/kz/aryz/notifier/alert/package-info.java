/** The ledger of obligations: each stays open until a person confirms it, whatever becomes of its deliveries. */
@NullMarked
package kz.aryz.notifier.alert;

import org.jspecify.annotations.NullMarked;
