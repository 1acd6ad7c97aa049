/** JSON exactly as it came: members in order, repeated names kept, numbers by their letters. */
@NullMarked
package kz.aryz.intake.json;

import org.jspecify.annotations.NullMarked;
