package kz.aryz.intake.form;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.Language;

/**
 * What every page has: its language, its texts, its address.
 *
 * @param path where the page is asked for, so that the language can be changed
 */
public record Page(Language language, String path) {

    static final String BUNDLE = "kz.aryz.intake.form.texts";

    /** The text of that key in the page's language. */
    public String text(String key) {
        return texts(language).getString(key);
    }

    /** Whether there is a text of that key. */
    public boolean hasText(String key) {
        return texts(language).containsKey(key);
    }

    /** A time as people write it here, with its zone. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm (O)", Locale.ROOT).format(instant.atZone(Reference.ZONE));
    }

    /** Where "Quick exit" leads: an encyclopedia in the page's language. */
    public String elsewhere() {
        return "https://" + language.code() + ".wikipedia.org/";
    }

    static ResourceBundle texts(Language language) {
        return language.texts(BUNDLE);
    }
}
