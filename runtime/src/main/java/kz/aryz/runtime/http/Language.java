package kz.aryz.runtime.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import kz.aryz.schema.Names;
import org.jspecify.annotations.Nullable;

/** The languages of Aryz's pages and messages. */
public enum Language {
    KAZAKH("kk", "Қазақша"),
    RUSSIAN("ru", "Русский"),
    ENGLISH("en", "English");

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    /** By its ISO 639-1 code. */
    public static Optional<Language> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** What something is called in this language. */
    public String name(Names names) {
        return switch (this) {
            case KAZAKH -> names.getKk();
            case RUSSIAN -> names.getRu();
            case ENGLISH -> names.getEn();
        };
    }

    public Locale locale() {
        return Locale.of(code);
    }

    /**
     * The texts of that name in this language, whatever language the machine speaks. English ones stand in the file without a
     * language.
     *
     * @param bundle name of the bundle, package included
     */
    public ResourceBundle texts(String bundle) {
        return ResourceBundle.getBundle(
                bundle,
                this == ENGLISH ? Locale.ROOT : locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
