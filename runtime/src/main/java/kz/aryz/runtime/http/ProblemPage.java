package kz.aryz.runtime.http;

/** What the error page for people shows. */
public record ProblemPage(Language language, String title, String detail) {

    static ProblemPage of(ProblemType type, Language language) {
        return new ProblemPage(language, type.title(language), type.detail(language));
    }
}
