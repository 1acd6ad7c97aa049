package kz.aryz.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.aryz.intake.form.Choices.Choice;
import kz.aryz.runtime.http.Language;
import org.junit.jupiter.api.Test;

class FormPageTest {

    private static final Choices CHOICES = new Choices(
            List.of(new Choice("KZ-75", "Almaty")),
            List.of(new Choices.Group("Almaty", List.of(new Choice("KZ-75-SIZO-1", "Remand centre")))),
            List.of(new Choice("MIA", "Ministry of Internal Affairs")));

    @Test
    void onlyWhatIsNotOnOfferIsShownByItsCode() {
        FormPage form = form(Map.of(
                "bodies", List.of("MIA", "GONE", " ", "GONE"),
                "regionCode", List.of("KZ-75"),
                "facilityCode", List.of("KZ-75"),
                "heldAt", List.of("KZ-75-SIZO-1")));

        assertThat(form.unlistedBodies()).containsExactly("GONE");
        assertThat(form.unlistedRegions()).isEmpty();
        assertThat(form.unlistedFacilities("facilityCode")).containsExactly("KZ-75");
        assertThat(form.unlistedFacilities("heldAt")).isEmpty();
    }

    private static FormPage form(Map<String, List<String>> typed) {
        return new FormPage(new Page(Language.ENGLISH, "/"), new Typed(typed), CHOICES, null);
    }
}
