package kz.aryz.intake.clerk;

import kz.aryz.intake.form.Typed;

/**
 * A form whose session is over, given back to the browser that sent it: all that was typed is in it, and none of it is shown.
 *
 * @param path where it was sent
 * @param typed what was typed
 */
public record SessionOver(Frame frame, String path, Typed typed) {}
