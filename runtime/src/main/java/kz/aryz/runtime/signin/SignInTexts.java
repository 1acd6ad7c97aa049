package kz.aryz.runtime.signin;

import java.util.ResourceBundle;
import kz.aryz.runtime.http.Language;

/** Texts about being signed in, in one language. */
public final class SignInTexts {
    private final Language language;
    private final ResourceBundle texts;

    SignInTexts(Language language) {
        this.language = language;
        this.texts = language.texts("kz.aryz.runtime.signin.texts");
    }

    public Language language() {
        return language;
    }

    public String text(String key) {
        return texts.getString(key);
    }
}
