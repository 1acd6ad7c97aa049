/** What a complaint alleges, by what was declared and by what the text says; never below what was declared. */
@NullMarked
package kz.aryz.triage.classification;

import org.jspecify.annotations.NullMarked;
