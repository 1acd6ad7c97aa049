/** The public face of Aryz: takes complaints in over HTTP, seals them, and answers once they are safe. */
@NullMarked
package kz.aryz.intake;

import org.jspecify.annotations.NullMarked;
