/** Aryz as a whole, against a real broker, a real registry and a real mail server. */
@NullMarked
package kz.aryz.system;

import org.jspecify.annotations.NullMarked;
