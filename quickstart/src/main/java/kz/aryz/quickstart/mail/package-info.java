/** Reads what the quickstart's mail server got. */
@NullMarked
package kz.aryz.quickstart.mail;

import org.jspecify.annotations.NullMarked;
