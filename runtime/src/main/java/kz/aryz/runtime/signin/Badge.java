package kz.aryz.runtime.signin;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;

/**
 * Who is signed in, with the button to sign out.
 *
 * @param name what the person is called
 * @param formToken of their session
 * @param texts in the language of the page
 */
public record Badge(String name, String formToken, SignInTexts texts) implements Content {
    private static final TemplateEngine PAGES = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public void writeTo(TemplateOutput output) {
        PAGES.render("runtime/badge.jte", Map.<String, Object>of("badge", this), output);
    }

    @Override
    public String toString() {
        return "Badge[redacted]";
    }
}
