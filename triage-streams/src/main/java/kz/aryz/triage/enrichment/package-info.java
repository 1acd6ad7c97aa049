/** What the reference data knows about the places and times that a complaint names. */
@NullMarked
package kz.aryz.triage.enrichment;

import org.jspecify.annotations.NullMarked;
