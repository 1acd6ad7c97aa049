package kz.aryz.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.schema.Body;
import kz.aryz.schema.Facility;
import kz.aryz.schema.Region;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final LocalDate JANUARY_2022 = LocalDate.of(2022, 1, 5);
    private static final LocalDate LAST_DAY_OF_THE_AGENCY = LocalDate.of(2025, 6, 29);
    private static final LocalDate MERGER = LocalDate.of(2025, 6, 30);

    private final Reference reference = ((Reading.Complete) ReferenceFiles.bundled()).reference();

    @Test
    void findsARegionByItsOldCode() {
        assertThat(reference.region("KZ-ALA", JANUARY_2022))
                .map(Region::getCode)
                .contains("KZ-75");
    }

    @Test
    void findsCodesWhateverTheirCase() {
        assertThat(reference.region("kz-ala", JANUARY_2022))
                .map(Region::getCode)
                .contains("KZ-75");
        assertThat(reference.region("kz-75", JANUARY_2022)).map(Region::getCode).contains("KZ-75");
        assertThat(reference.body("knb", JANUARY_2022)).map(Body::getCode).contains("KNB");
        assertThat(reference.facility("Kz-33-Sizo-1", JANUARY_2022))
                .map(Facility::getCode)
                .contains("KZ-33-SIZO-1");
    }

    @Test
    void tellsEverythingThatAFacilityWasInAPeriod() {
        assertThat(reference.facilitiesDuring("KZ-33-SIZO-1", JANUARY_2022, MERGER))
                .extracting(Facility::getOperatorBody)
                .containsExactly("KUIS_D_KZ-19", "KUIS_D_KZ-33");
        assertThat(reference.facilitiesDuring("KZ-33-SIZO-1", MERGER, MERGER)).hasSize(1);
    }

    @Test
    void namesTheCapitalAsItWasCalledOnTheDay() {
        assertThat(reference.region("KZ-71", JANUARY_2022))
                .map(region -> region.getNames().getRu())
                .contains("Город Нур-Султан");
    }

    @Test
    void putsAFacilityIntoTheRegionThatItStoodInOnTheDay() {
        assertThat(reference.facility("KZ-33-SIZO-1", JANUARY_2022))
                .map(Facility::getRegionCode)
                .contains("KZ-19");
        assertThat(reference.facility("KZ-33-SIZO-1", MERGER))
                .map(Facility::getRegionCode)
                .contains("KZ-33");
    }

    @Test
    void movesTheAntiCorruptionServiceUnderTheKnbOnTheDayOfTheMerger() {
        assertThat(reference.topLevel("ANTIKOR_KZ-75", LAST_DAY_OF_THE_AGENCY)).contains("ANTIKOR");
        assertThat(reference.topLevel("ANTIKOR_KZ-75", MERGER)).contains("KNB");
        assertThat(reference.subtree("KNB", MERGER)).contains("ANTIKOR", "ANTIKOR_KZ-75");
        assertThat(reference.subtree("KNB", LAST_DAY_OF_THE_AGENCY)).doesNotContain("ANTIKOR", "ANTIKOR_KZ-75");
    }

    @Test
    void keepsThePenitentiaryCommitteeUnderTheInteriorMinistry() {
        assertThat(reference.topLevel("KUIS_D_KZ-39", MERGER)).contains("MIA");
    }

    @Test
    void tellsEveryShapeOfTheTreeInAPeriod() {
        assertThat(reference.bodyTreeShapes(JANUARY_2022, MERGER))
                .containsExactly(JANUARY_2022, LocalDate.of(2022, 6, 8), MERGER);
    }

    @Test
    void usesTheFirstProfileBeforeThereWasOne() {
        assertThat(reference.profile(LocalDate.of(2001, 1, 1)).code()).isEqualTo("KZ-2022");
        assertThat(reference.profile(LAST_DAY_OF_THE_AGENCY).code()).isEqualTo("KZ-2023");
        assertThat(reference.profile(MERGER).code()).isEqualTo("KZ-2025-07");
    }
}
