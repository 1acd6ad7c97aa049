/** The description of the API: for programs as it is, for people as a page. */
@NullMarked
package kz.aryz.intake.docs;

import org.jspecify.annotations.NullMarked;
