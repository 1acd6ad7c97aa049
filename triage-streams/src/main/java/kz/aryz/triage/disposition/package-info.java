/** From a submission with its key to what is to become of it. The account is in memory only, and never shown. */
@NullMarked
package kz.aryz.triage.disposition;

import org.jspecify.annotations.NullMarked;
