/** Sealing: sections of a complaint are encrypted before they leave intake, and opened only by their recipients. */
@NullMarked
package kz.aryz.sealing;

import org.jspecify.annotations.NullMarked;
