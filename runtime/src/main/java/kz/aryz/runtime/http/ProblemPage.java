package kz.aryz.runtime.http;

/**
 * What the error page for people shows.
 *
 * @param home text of the link to the first page
 */
public record ProblemPage(Language language, String title, String detail, String home) {

    static ProblemPage of(ProblemType type, Language language) {
        return new ProblemPage(language, type.title(language), type.detail(language), ProblemType.home(language));
    }
}
