/** How a complaint stands, for whoever holds its receipt key. */
@NullMarked
package kz.aryz.intake.status;

import org.jspecify.annotations.NullMarked;
