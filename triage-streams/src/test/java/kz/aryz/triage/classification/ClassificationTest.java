package kz.aryz.triage.classification;

import static kz.aryz.triage.decision.Complaints.complaint;
import static kz.aryz.triage.decision.Complaints.story;
import static kz.aryz.triage.decision.Complaints.victim;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.MedicalInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassificationTest {

    private final Classification classification = Classification.standard();

    @ParameterizedTest
    @EnumSource(AllegationType.class)
    void givesADeclaredTypeItsClassInTheTaxonomy(AllegationType type) {
        Allegation allegation = classification.classify(story("", type.name()));

        assertThat(allegation.allegationClass()).isEqualTo(type.allegationClass());
        assertThat(allegation.primaryType()).isEqualTo(type.name());
    }

    @Test
    void takesTheMostSevereOfSeveralTypes() {
        Allegation allegation = classification.classify(story("", "PROPERTY", "CIDT", "EXTORTION"));

        assertThat(allegation.allegationClass()).isEqualTo(AllegationClass.A);
        assertThat(allegation.primaryType()).isEqualTo("CIDT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEATING           | Меня избили в отделе полиции
            BEATING           | били дубинками по пяткам
            ELECTRIC_SHOCK    | пытались выбить показания, били током
            SUFFOCATION       | Надели на голову пакет, я не мог дышать
            TORTURE           | Брата пытали двое суток
            SEXUAL_VIOLENCE   | угрожали и изнасиловали
            DEATH             | Мой брат умер вчера в СИЗО
            DISAPPEARANCE     | мы не знаем, где он находится
            FORCED_CONFESSION | заставили подписать признание
            REPRISAL          | После жалобы ему угрожают сотрудники
            LIFE_AT_RISK      | он лежит без сознания, врача не зовут
            GUNSHOT           | у него огнестрельное ранение
            BEATING           | Мені полиция бөлімінде ұрып-соқты
            BEATING           | интернатта сабады, тепкіледі
            ELECTRIC_SHOCK    | тоққа қосып, мойындатты
            SUFFOCATION       | басына пакет кигізіп тұншықтырды
            TORTURE           | Азаптау туралы шағымданамын
            SEXUAL_VIOLENCE   | оны зорлады
            DEATH             | ағам камерада қайтыс болды
            DISAPPEARANCE     | баламның қайда екенін білмейміз
            FORCED_CONFESSION | қағазға қол қойғызды
            REPRISAL          | шағым түсіргеннен кейін қорқытып жүр
            LIFE_AT_RISK      | ол есінен танып қалды
            HUMILIATION       | тергеуші мені қорлады
            BEATING           | They beat me with batons
            ELECTRIC_SHOCK    | he was given electric shocks
            SUFFOCATION       | they put a plastic bag over his head
            SEXUAL_VIOLENCE   | threatened and raped
            DEATH             | My brother died in the detention centre
            DISAPPEARANCE     | My husband disappeared after the arrest
            FORCED_CONFESSION | I was forced to sign a confession
            REPRISAL          | they are threatening us, retaliation for our letter
            LIFE_AT_RISK      | He can't breathe and gets no doctor
            """)
    void readsTheSignsOfTortureInThreeLanguages(Sign sign, String narrative) {
        Allegation allegation = classification.classify(story(narrative, "DETENTION_CONDITIONS"));

        assertThat(allegation.signs()).contains(sign);
        assertThat(allegation.allegationClass()).isEqualTo(AllegationClass.A);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BEATING           | Мени полиция болiмiнде урып-согып, сабады
            BEATING           | meni polısııa bóliminde uryp-soqty
            BEATING           | menı sabady
            SUFFOCATION       | tūnşyqtyrdy
            SUFFOCATION       | tunshyqtyrdy
            TORTURE           | azaptady
            FORCED_CONFESSION | qol qoıǵyzdy
            HUMILIATION       | qorlady
            BEATING           | menya bili v otdele
            TORTURE           | ПЫТАЛИ ТОКОМ
            TORTURE           | Его пы\u0442али
            """)
    void toleratesOtherScriptsAndKeyboards(Sign sign, String narrative) {
        assertThat(classification.classify(story(narrative, "OTHER_RIGHTS")).signs())
                .contains(sign);
    }

    @Test
    void readsLettersInTwoPartsLikeLettersInOne() {
        String decomposed = java.text.Normalizer.normalize("тұншықтырған ЙОД", java.text.Normalizer.Form.NFD);

        assertThat(classification.classify(story(decomposed)).signs()).contains(Sign.SUFFOCATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "В камере холодно, нет матраса и горячей воды.",
                "Адвокат пытался встретиться, ему отказали. Попытка не удалась, билет на автобус пропал.",
                "Не выдают посылки от родственников, потоком идут отказы.",
                "Убираем снег каждый день, рацион плохой, стокилограммовые мешки.",
                "Камерада суық, төсек-орын жоқ, сабаққа жібермейді.",
                "Туыстарыммен кездесуге рұқсат бермейді.",
                "Дәрі-дәрмек уақытында берілмейді, кітапхана жабық.",
                "The cell is cold and there is no hot water. My books were taken.",
                "Visits are refused; the grape juice was confiscated and my battery torch too."
            })
    void leavesAnOrdinaryComplaintInItsDeclaredClass(String narrative) {
        Allegation allegation = classification.classify(story(narrative, "DETENTION_CONDITIONS"));

        assertThat(allegation.signs()).isEmpty();
        assertThat(allegation.allegationClass()).isEqualTo(AllegationClass.C);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "В камере холодно.", "lorem ipsum dolor", "🙂🙂"})
    void callsForAPersonWhereNothingIsDeclaredAndNothingFound(String narrative) {
        Allegation allegation = classification.classify(story(narrative));

        assertThat(allegation).isInstanceOf(Allegation.Unclassifiable.class);
        assertThat(allegation.allegationClass()).isEqualTo(AllegationClass.UNKNOWN);
        assertThat(allegation.handledAsA()).isTrue();
    }

    @Test
    void callsForAPersonWhereOnlyATypeThatNobodyKnowsIsDeclared() {
        assertThat(classification.classify(story("", "NOISE")).allegationClass())
                .isEqualTo(AllegationClass.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEXUAL_VIOLENC", "TORUTRE", "OTHER"})
    void callsForAPersonWhereATypeThatNobodyKnowsStandsBesideALesserOne(String type) {
        Allegation allegation = classification.classify(story("В камере холодно.", "DETENTION_CONDITIONS", type));

        assertThat(allegation.handledAsA()).isTrue();
        assertThat(allegation.allegationClass()).isEqualTo(AllegationClass.UNKNOWN);
        assertThat(allegation.types()).containsExactly("DETENTION_CONDITIONS");
    }

    @Test
    void takesAnEmptyChoiceForNoType() {
        assertThat(classification.classify(story("", "PROPERTY", " ")).allegationClass())
                .isEqualTo(AllegationClass.C);
    }

    @Test
    void readsADeclaredTypeInWords() {
        assertThat(classification.classify(story("", "пытки")).primaryType()).isEqualTo("TORTURE");
    }

    @Test
    void readsADeclaredTypeWhateverItsCase() {
        assertThat(classification.classify(story("", " torture ")).primaryType())
                .isEqualTo("TORTURE");
    }

    @Test
    void raisesADenialOfCareThatThreatensLife() {
        Allegation allegation =
                classification.classify(story("У него кровотечение, врача нет", "DENIAL_OF_MEDICAL_CARE"));

        assertThat(allegation.allegationClass()).isEqualTo(AllegationClass.A);
        assertThat(allegation.primaryType()).isEqualTo("DENIAL_OF_MEDICAL_CARE");
        assertThat(allegation.rules()).contains("C-RAISED");
    }

    @Test
    void leavesADenialOfCareThatThreatensNoLife() {
        assertThat(classification
                        .classify(story("Зубной врач не приходит второй месяц", "DENIAL_OF_MEDICAL_CARE"))
                        .allegationClass())
                .isEqualTo(AllegationClass.C);
    }

    @Test
    void readsMethodsSymptomsAndWhatFitsNoField() {
        assertRaised(complaint(account -> account.setMethods(List.of("STRESS_POSITION"))), Sign.PAINFUL_METHOD);
        assertRaised(
                complaint(account -> account.setMedical(
                        MedicalInfo.newBuilder().setSymptoms("следы побоев").build())),
                Sign.BEATING);
        assertRaised(
                complaint(account -> account.setUnrecognised("{\"history\":\"they tortured him\"}")), Sign.TORTURE);
    }

    @Test
    void readsWhatItDidToThePersonAndWhatTheAuthoritiesSaid() {
        assertRaised(
                complaint(account -> account.setNarrative("Изъяли телефон").setEffects("Сломаны рёбра после избиения")),
                Sign.BEATING);
        assertRaised(
                complaint(account -> account.setOfficialResponse("Сказали: он умер в СИЗО, причину не назвали")),
                Sign.DEATH);
    }

    @Test
    void takesNoKnownPurposeForASign() {
        List<String> purposes = List.of(
                "INFORMATION",
                "CONFESSION",
                "PUNISHMENT",
                "INTIMIDATION",
                "COERCION",
                "DISCRIMINATION",
                "NONE_STATED",
                "UNKNOWN");

        Allegation allegation = classification.classify(complaint(
                account -> account.setDeclaredTypes(List.of("PROPERTY")).setPurposes(purposes)));

        assertThat(allegation.allegationClass()).isEqualTo(AllegationClass.C);
    }

    @Test
    void readsADeathInTheVictimsEntry() {
        assertRaised(complaint(account -> account.setVictims(victim(v -> v.setCustodyStatus("DECEASED")))), Sign.DEATH);
    }

    @Test
    void readsCodesWhateverTheirCase() {
        assertRaised(
                complaint(account -> account.setVictims(victim(v -> v.setCustodyStatus(" deceased")))), Sign.DEATH);
        assertRaised(
                complaint(account -> account.setVictims(victim(v -> v.setCustodyStatus("Missing")))),
                Sign.DISAPPEARANCE);
        assertThat(classification
                        .classify(complaint(account -> account.setDeclaredTypes(List.of("denial_of_medical_care"))
                                .setMedical(MedicalInfo.newBuilder()
                                        .setTreatmentNeeded(true)
                                        .build())))
                        .signs())
                .contains(Sign.LIFE_AT_RISK);
    }

    private void assertRaised(AccountSection account, Sign sign) {
        account.setDeclaredTypes(List.of("PROPERTY"));

        Allegation allegation = classification.classify(account);

        assertThat(allegation.signs()).contains(sign);
        assertThat(allegation.allegationClass()).isEqualTo(AllegationClass.A);
    }
}
