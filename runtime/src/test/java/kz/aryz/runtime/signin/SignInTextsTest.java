package kz.aryz.runtime.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.http.ProblemType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"kz.aryz.runtime.signin.problems", "kz.aryz.runtime.signin.texts"})
    void saysTheSameInEveryLanguage(String bundle) {
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT);

        for (Language language : Language.values()) {
            ResourceBundle translated = ResourceBundle.getBundle(bundle, language.locale());
            assertThat(translated.keySet()).isEqualTo(english.keySet());
            if (language != Language.ENGLISH) {
                assertThat(translated.keySet())
                        .allSatisfy(key -> assertThat(translated.getString(key)).isNotEqualTo(english.getString(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemSaysWhatToDo(ProblemType type) {
        assertThat(type.title(Language.ENGLISH)).isNotBlank();
        assertThat(type.detail(Language.ENGLISH)).isNotBlank();
    }

    private static Stream<ProblemType> problems() {
        return Stream.of(
                SignInProblem.UNAUTHENTICATED,
                SignInProblem.PROVIDER_AWAY,
                SignInProblem.STALE_SIGN_IN,
                SignInProblem.REFUSED,
                SignInProblem.STALE_FORM);
    }
}
