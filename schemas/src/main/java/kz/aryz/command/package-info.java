/** Asking triage to do something with a complaint, and waiting for what it answers. */
@NullMarked
package kz.aryz.command;

import org.jspecify.annotations.NullMarked;
