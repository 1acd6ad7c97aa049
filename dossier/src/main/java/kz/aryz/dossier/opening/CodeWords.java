package kz.aryz.dossier.opening;

import java.util.Map;
import java.util.ResourceBundle;
import kz.aryz.runtime.http.Language;

/** What the codes in a complaint mean, in the reader's language. What has no words here is shown as the code that it is. */
final class CodeWords {

    /** Fields that hold codes of another one. */
    private static final Map<String, String> SAME_AS =
            Map.of("safeContactMode", "safeContact", "channelAsGiven", "channel", "languageAsGiven", "language");

    private final ResourceBundle words;

    private CodeWords(ResourceBundle words) {
        this.words = words;
    }

    static CodeWords in(Language language) {
        return new CodeWords(language.texts("kz.aryz.dossier.opening.codes"));
    }

    /**
     * What {@code value} means where it is a code.
     *
     * @param field its name in the schema
     */
    String of(String field, String value) {
        String key = SAME_AS.getOrDefault(field, field) + '.' + value;
        return words.containsKey(key) ? words.getString(key) : value;
    }
}
