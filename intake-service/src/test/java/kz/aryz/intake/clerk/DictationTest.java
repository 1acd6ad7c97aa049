package kz.aryz.intake.clerk;

import static org.assertj.core.api.Assertions.assertThat;

import kz.aryz.runtime.http.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DictationTest {

    @Test
    void readsACodeGroupByGroupInTheWordsOfTheRadiotelephonyAlphabet() {
        assertThat(Dictation.of("7KQM-2F9R-D0XW-H", Language.ENGLISH).groups())
                .containsExactly(
                        new Dictation.Group("7 K Q M", "7 Kilo Quebec Mike"),
                        new Dictation.Group("2 F 9 R", "2 Foxtrot 9 Romeo"),
                        new Dictation.Group("D 0 X W", "Delta 0 X-ray Whiskey"),
                        new Dictation.Group("H", "Hotel"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"KAZAKH", "RUSSIAN"})
    void hasNoWordsWhereALanguageHasNoneForLatinLetters(Language language) {
        assertThat(Dictation.of("7KQM-H", language).groups())
                .containsExactly(new Dictation.Group("7 K Q M", ""), new Dictation.Group("H", ""));
    }

    @Test
    void everyLetterHasItsWord() {
        assertThat(Dictation.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", Language.ENGLISH)
                        .groups()
                        .getFirst()
                        .words()
                        .split(" "))
                .hasSize(26)
                .allMatch(word -> word.length() > 1);
    }

    @Test
    void isNotWrittenAnywhere() {
        assertThat(Dictation.of("7KQM-H", Language.ENGLISH).toString()).doesNotContain("7KQM", "Kilo");
    }
}
