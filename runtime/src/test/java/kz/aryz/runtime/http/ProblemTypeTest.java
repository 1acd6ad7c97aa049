package kz.aryz.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeTest {
    private static final List<ProblemType> ALL = Stream.concat(
                    Stream.of(400, 403, 404, 405, 408, 413, 415, 431, 500, 503).map(ProblemType::ofStatus),
                    Stream.of(ProblemType.BUSY))
            .toList();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyProblemSpeaksEveryLanguageInItsOwnWords(Language language) {
        assertThat(ALL).allSatisfy(type -> {
            assertThat(type.title(language)).isNotBlank();
            assertThat(type.detail(language)).isNotBlank();
            if (language != Language.ENGLISH) {
                assertThat(type.detail(language)).isNotEqualTo(type.detail(Language.ENGLISH));
            }
        });
    }

    /** Pages are not kept by the browser, so that behind "Back" stands an empty form. */
    @ParameterizedTest
    @CsvSource({
        "ENGLISH, load this page again, Do not go back",
        "RUSSIAN, обновите эту страницу, Не возвращайтесь назад",
        "KAZAKH, осы бетті қайта жүктеп, Артқа қайтпаңыз"
    })
    void whatFoundNoRoomIsSentAgainFromTheAnswerToIt(Language language, String how, String howNot) {
        assertThat(ProblemType.BUSY.detail(language)).contains(how, howNot);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTranslationHasTextsThatNoProblemUses(Language language) {
        ResourceBundle english = ResourceBundle.getBundle(ProblemType.NOT_FOUND.bundle(), Locale.ROOT);
        ResourceBundle translated = ResourceBundle.getBundle(ProblemType.NOT_FOUND.bundle(), language.locale());

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet()).hasSize(2 * ALL.size() + 1).contains("home");
    }
}
