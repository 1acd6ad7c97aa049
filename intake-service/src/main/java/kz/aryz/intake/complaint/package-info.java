/**
 * From what somebody sent to the sections of a complaint. Nothing is refused and nothing is lost: what fits no field is
 * kept beside the fields, and what is missing or odd is noted as a gap.
 */
@NullMarked
package kz.aryz.intake.complaint;

import org.jspecify.annotations.NullMarked;
