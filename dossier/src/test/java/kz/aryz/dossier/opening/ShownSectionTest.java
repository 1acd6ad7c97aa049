package kz.aryz.dossier.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.runtime.http.Language;
import kz.aryz.schema.Channel;
import kz.aryz.schema.ConsentValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShownSectionTest {

    @Test
    void saysInWordsWhatCodesMean() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("declaredTypes", List.of("TORTURE", "EXTORTION"));
        content.put("complainant", Map.of("relation", "SPOUSE"));
        content.put("reprisal", Map.of("safeContactMode", "VIA_LAWYER"));
        content.put("consents", List.of(Map.of("value", "REFUSED")));

        List<ShownField> shown = section(Language.RUSSIAN).of(content);

        assertThat(texts(shown))
                .containsExactly(
                        "пытка, избиение или иное насилие\nвымогательство",
                        "муж или жена",
                        "через адвоката",
                        "отказано");
    }

    @Test
    void leavesWhatAPersonWroteAndWhatItDoesNotKnow() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("narrative", "SPOUSE");
        content.put("declaredTypes", List.of("SOMETHING_LATER"));

        assertThat(texts(section(Language.ENGLISH).of(content))).containsExactly("SPOUSE", "SOMETHING_LATER");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasAWordForEveryCode(Language language) {
        CodeWords words = CodeWords.in(language);

        assertThat(Channel.values())
                .allSatisfy(code -> assertThat(words.of("channel", code.name())).isNotEqualTo(code.name()));
        assertThat(kz.aryz.schema.Language.values())
                .allSatisfy(
                        code -> assertThat(words.of("language", code.name())).isNotEqualTo(code.name()));
        assertThat(ConsentValue.values())
                .allSatisfy(code -> assertThat(words.of("value", code.name())).isNotEqualTo(code.name()));
        assertThat(keys(language)).isEqualTo(keys(Language.ENGLISH));
    }

    private static Set<String> keys(Language language) {
        return bundle(language, "codes").keySet();
    }

    private static ShownSection section(Language language) {
        return new ShownSection(
                bundle(language, "fields"), bundle(language, "complaint"), CodeWords.in(language), time -> time);
    }

    private static ResourceBundle bundle(Language language, String name) {
        return language.texts("kz.aryz.dossier.opening." + name);
    }

    private static List<String> texts(List<ShownField> fields) {
        return fields.stream().flatMap(ShownSectionTest::texts).toList();
    }

    private static Stream<String> texts(ShownField field) {
        return field.inner().isEmpty()
                ? Stream.of(field.text())
                : field.inner().stream().flatMap(ShownSectionTest::texts);
    }
}
