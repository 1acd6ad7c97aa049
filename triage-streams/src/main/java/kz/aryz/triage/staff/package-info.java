/** Who can be given complaints: the members of staff who came to the desk, with their names sealed. */
@NullMarked
package kz.aryz.triage.staff;

import org.jspecify.annotations.NullMarked;
