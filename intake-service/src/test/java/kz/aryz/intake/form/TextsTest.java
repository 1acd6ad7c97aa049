package kz.aryz.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import kz.aryz.intake.clerk.ClerkForm;
import kz.aryz.runtime.http.Language;
import kz.aryz.schema.ComplaintState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryText(Language language) {
        assertThat(Page.texts(language).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Page.texts(Language.ENGLISH).keySet());
        assertThat(Page.texts(language).keySet())
                .allSatisfy(key -> assertThat(Page.texts(language).getString(key))
                        .isNotBlank()
                        .doesNotContain("''"));
    }

    @Test
    void everyStateAndChoiceHasAText() {
        Page page = new Page(Language.ENGLISH, "/");

        assertThat(Arrays.stream(ComplaintState.values()).map(state -> "state." + state))
                .allMatch(page::hasText);
        assertThat(List.of(FormPage.TYPES, FormPage.RELATIONS, FormPage.CONTACT_MODES))
                .allSatisfy(codes -> assertThat(codes).isNotEmpty());
        assertThat(FormPage.TYPES.stream().map(code -> "type." + code)).allMatch(page::hasText);
        assertThat(FormPage.RELATIONS.stream().map(code -> "relation." + code)).allMatch(page::hasText);
        assertThat(FormPage.CONTACT_MODES.stream().map(code -> "contact." + code))
                .allMatch(page::hasText);
        assertThat(ClerkForm.CONTACT_MODES.stream().map(code -> "contact." + code))
                .allMatch(page::hasText);
        assertThat(CallFields.CHANNELS.stream().map(code -> "channel." + code)).allMatch(page::hasText);
        assertThat(CallFields.ORIGINS.stream().map(code -> "origin." + code)).allMatch(page::hasText);
    }
}
