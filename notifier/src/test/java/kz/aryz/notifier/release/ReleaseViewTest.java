package kz.aryz.notifier.release;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.dossier.Dossier;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.Names;
import kz.aryz.schema.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseViewTest {

    private static final String AT = "2026-11-26T10:00:00Z";
    private static final Draft TYPED = Draft.of(
            Step.RELEASE,
            Map.of("unit", List.of("PROS.KZ-75"), "reason", List.of("OTHER"), "note", List.of("сестра просит & ждёт")));

    @Test
    void whatCameBackStandsInItsForm() {
        String page = page(Language.ENGLISH, List.of(Step.values()), TYPED.because("why.returned"));

        assertThat(page).contains("What you chose and typed is still here", "value=\"сестра просит &amp; ждёт\"");
        assertThat(page).doesNotContain("You had typed");
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBackIsShownWhereItsFormIsNotThereAnyMore(Language language) {
        String page = page(language, List.of(), TYPED.because("why.returned"));

        assertThat(page).contains("role=\"alert\"", "<q>сестра просит &amp; ждёт</q>");
        assertThat(page).doesNotContain("still here", "осталось здесь", "осында тұр");
    }

    @Test
    void whyItWasRefusedIsSaidAllTheSame() {
        String page = page(Language.ENGLISH, List.of(), TYPED.refused(Answer.State.ALREADY_RELEASED));

        assertThat(page).contains("It was released before", "<q>сестра просит &amp; ждёт</q>");
    }

    @Test
    void whatNobodyKnowsTheOutcomeOfIsNotSaidToBeUndone() {
        String page = page(Language.ENGLISH, List.of(), TYPED.because("why.unwritten"));

        assertThat(page).contains("Nobody knows whether it was asked for").doesNotContain("Nothing was done");
    }

    private static String page(Language language, List<Step> steps, Draft typed) {
        StringOutput output = new StringOutput();
        new ReleaseView(
                        language,
                        new Caller.Anybody(),
                        dossier(),
                        steps,
                        List.of(unit()),
                        Optional.empty(),
                        Optional.of(typed),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .writeTo(output);
        return output.toString();
    }

    private static InvestigatorUnit unit() {
        return InvestigatorUnit.newBuilder()
                .setCode("PROS.KZ-75")
                .setValidFrom(LocalDate.of(1991, 12, 16))
                .setUnitKind("REGIONAL")
                .setBodyCode("PROS_KZ-75")
                .setNames(new Names("а", "б", "c"))
                .build();
    }

    private static Dossier dossier() {
        return new Dossier(
                "c1",
                "7KQM-2F9R-D0XW-H",
                AT,
                "WEB_FORM",
                "RUSSIAN",
                ConsentValue.REFUSED,
                "A",
                Priority.P1,
                new Dossier.Owner("COMMISSIONER", "COMMISSIONER", Set.of("MIA"), null, null, null, AT, null),
                null,
                2,
                true,
                false,
                Map.of());
    }
}
