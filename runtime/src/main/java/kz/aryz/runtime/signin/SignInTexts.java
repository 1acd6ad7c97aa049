package kz.aryz.runtime.signin;

import java.util.Locale;
import java.util.ResourceBundle;
import kz.aryz.runtime.http.Language;

/** Texts about being signed in, in one language. */
public final class SignInTexts {
    private final Language language;
    private final ResourceBundle texts;

    SignInTexts(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "kz.aryz.runtime.signin.texts",
                language == Language.ENGLISH ? Locale.ROOT : language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    public String text(String key) {
        return texts.getString(key);
    }
}
