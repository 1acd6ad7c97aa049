package kz.aryz.runtime.signin;

import gg.jte.Content;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.Language;
import org.jspecify.annotations.Nullable;

/** What a page for staff shows, in words of its reader's language. Times are Kazakhstan's. */
public abstract class StaffView {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(Reference.ZONE);

    private final Language language;
    private final Caller caller;
    private final ResourceBundle texts;

    /**
     * @param caller who reads it
     * @param texts name of the bundle of the page's texts, package included
     */
    protected StaffView(Language language, Caller caller, String texts) {
        this.language = language;
        this.caller = caller;
        this.texts = language.texts(texts);
    }

    /** The text of that key. */
    public final String text(String key) {
        return texts.getString(key);
    }

    public final Language language() {
        return language;
    }

    /** Who is signed in, for the navigation. */
    public final Content badge() {
        return caller.badge(language);
    }

    /** What forms must carry; null where they carry nothing. */
    public final @Nullable String formToken() {
        return caller.formToken();
    }

    /** That time, to the minute. */
    public String time(String iso) {
        return DAY_AND_TIME.format(Instant.parse(iso));
    }

    /** Who reads it. */
    protected final Caller caller() {
        return caller;
    }

    /** All texts of the page. */
    protected final ResourceBundle texts() {
        return texts;
    }

    /** What {@code code} means, as the text {@code prefix + code} has it. One of a later version is shown as it is. */
    protected final String said(String prefix, String code) {
        return texts.containsKey(prefix + code) ? text(prefix + code) : code;
    }
}
