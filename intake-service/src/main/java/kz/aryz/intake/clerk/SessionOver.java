package kz.aryz.intake.clerk;

import kz.aryz.intake.form.Typed;

/**
 * A form whose session is over, given back to the browser that sent it: all that was typed is in it, and none of it is shown.
 *
 * @param path where it is to be sent
 * @param texts beginning of the keys of its texts: what was lost is not the same for every form
 * @param typed what was typed
 */
public record SessionOver(Frame frame, String path, String texts, Typed typed) {

    /** The text of that key for this form. */
    public String text(String key) {
        return frame.text(texts + "." + key);
    }
}
