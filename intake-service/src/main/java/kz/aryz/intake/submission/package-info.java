/** Taking a complaint in: claimed, sealed, published, and only then answered. */
@NullMarked
package kz.aryz.intake.submission;

import org.jspecify.annotations.NullMarked;
