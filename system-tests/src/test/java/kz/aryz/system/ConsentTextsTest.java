package kz.aryz.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import kz.aryz.runtime.http.Language;
import kz.aryz.triage.priority.Emergency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are told before they refuse is what triage does when they have. */
class ConsentTextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void nameEveryCaseInWhichAUnitGetsTheBareFactsAllTheSame(Language language) {
        ResourceBundle texts = language.texts("kz.aryz.intake.form.texts");

        for (Emergency emergency : Emergency.values()) {
            assertThat(texts.getString("transmit.hint"))
                    .contains(phrase(emergency).in(language));
            assertThat(texts.getString("aloud.without"))
                    .contains(phrase(emergency).in(language));
        }
    }

    private static Phrase phrase(Emergency emergency) {
        return switch (emergency) {
            case DEATH ->
                new Phrase("адам қамауда қайтыс болса", "человек умер под стражей", "somebody died in custody");
            case DISAPPEARANCE ->
                new Phrase(
                        "адамды алып кетіп, қайда екенін ешкім айтпаса",
                        "человека увезли и никто не говорит, где он",
                        "somebody was taken away and nobody says where they are");
            case LIFE -> new Phrase("өмірге қауіп төнсе", "есть угроза жизни", "life is in danger");
            case ONGOING -> new Phrase("бұл әлі жалғасып жатса", "это всё ещё продолжается", "it still goes on");
            case CHILD -> new Phrase("балаға қатысты болса", "пострадал ребёнок", "a child is concerned");
            case SEXUAL -> new Phrase("жыныстық зорлық болса", "было сексуальное насилие", "there was sexual violence");
            case REPRISAL ->
                new Phrase(
                        "қамаудағы адамнан шағым үшін кек алса немесе оны қорқытса",
                        "человеку под стражей мстят или угрожают из-за жалобы",
                        "somebody who is held suffers revenge or threats because of a complaint");
        };
    }

    private record Phrase(String kazakh, String russian, String english) {

        String in(Language language) {
            return switch (language) {
                case KAZAKH -> kazakh;
                case RUSSIAN -> russian;
                case ENGLISH -> english;
            };
        }
    }
}
