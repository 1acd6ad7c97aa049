package kz.aryz.triage.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.http.Language;
import kz.aryz.schema.Names;

/** Texts, names and times of the desk in one language. Times are Kazakhstan's, where the desk stands. */
public final class DeskTexts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

    private final Language language;
    private final ResourceBundle texts;

    DeskTexts(Language language) {
        this.language = language;
        this.texts = language.texts("kz.aryz.triage.desk.desk");
    }

    Language language() {
        return language;
    }

    String text(String key) {
        return texts.getString(key);
    }

    String name(Names names) {
        return language.name(names);
    }

    String time(Instant instant) {
        return TIME.format(instant.atZone(Reference.ZONE));
    }
}
