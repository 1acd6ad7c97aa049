/** Pages for people: the form, the receipt, the status. They work without JavaScript and without cookies. */
@NullMarked
package kz.aryz.intake.form;

import org.jspecify.annotations.NullMarked;
