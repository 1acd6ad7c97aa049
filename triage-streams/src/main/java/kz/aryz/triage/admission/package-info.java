/** Where a submission and the key of its account meet, whichever comes first. */
@NullMarked
package kz.aryz.triage.admission;

import org.jspecify.annotations.NullMarked;
