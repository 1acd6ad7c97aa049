/** Passwords at the broker: who has one, and the files that services sign in with. */
@NullMarked
package kz.aryz.principal;

import org.jspecify.annotations.NullMarked;
