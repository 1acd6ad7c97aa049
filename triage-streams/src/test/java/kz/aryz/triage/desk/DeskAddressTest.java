package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import kz.aryz.runtime.http.Language;
import org.junit.jupiter.api.Test;

class DeskAddressTest {

    private final DeskAddress beginning = new DeskAddress(null, null, false, false);

    @Test
    void thePageThatNobodyHasChosenAnythingOnIsTheFirst() {
        assertThat(beginning.href()).isEqualTo("/");
        assertThat(beginning.in(Language.KAZAKH)).isEqualTo("/?lang=kk");
    }

    @Test
    void whatWasChosenGoesAlong() {
        DeskAddress chosen = beginning.withIdle(true).withStill(true).ofUnit("PROS.KZ-75");

        assertThat(chosen.from("a/b=").href()).isEqualTo("/?unit=PROS.KZ-75&after=a%2Fb%3D&idle&still");
        assertThat(chosen.withIdle(false).in(Language.RUSSIAN)).isEqualTo("/?unit=PROS.KZ-75&still&lang=ru");
    }

    @Test
    void anotherUnitBeginsAtItsFirstPage() {
        DeskAddress second = beginning.ofUnit("PROS.SPECIAL").from("xyz");

        assertThat(second.ofUnit("COMMISSIONER").href()).isEqualTo("/?unit=COMMISSIONER");
    }
}
