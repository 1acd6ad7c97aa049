package kz.aryz.sealing;

import static kz.aryz.sealing.Disclosure.Reader.COMMISSIONER;
import static kz.aryz.sealing.Disclosure.Reader.MACHINE;
import static kz.aryz.sealing.Disclosure.Reader.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of consent, cell by cell, written down a second time. */
class DisclosureTest {

    private static final Set<Disclosure.Reader> ALL = Set.of(MACHINE, UNIT, COMMISSIONER);

    @ParameterizedTest
    @CsvSource({
        "GIVEN,P0",
        "GIVEN,P1",
        "GIVEN,P2",
        "GIVEN,P3",
        "GIVEN,UNKNOWN",
    })
    void consentOpensEverythingToTheUnit(ConsentValue consent, Priority priority) {
        for (boolean child : new boolean[] {false, true}) {
            assertThat(Disclosure.of(consent, priority, child))
                    .isEqualTo(new Disclosure(Set.of(UNIT, COMMISSIONER), ALL, ALL));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED,P0,false", "NOT_ASKED,P0,false", "UNABLE,P0,false", "UNKNOWN,P0,false",
        "REFUSED,P0,true", "NOT_ASKED,P0,true", "UNABLE,P0,true", "UNKNOWN,P0,true",
        "REFUSED,P1,true", "NOT_ASKED,P1,true", "UNABLE,P1,true", "UNKNOWN,P1,true",
        "REFUSED,P2,true", "NOT_ASKED,P2,true", "UNABLE,P2,true", "UNKNOWN,P2,true",
        "REFUSED,P3,true", "NOT_ASKED,P3,true", "UNABLE,P3,true", "UNKNOWN,P3,true",
        "REFUSED,UNKNOWN,true", "NOT_ASKED,UNKNOWN,true", "UNABLE,UNKNOWN,true", "UNKNOWN,UNKNOWN,true",
    })
    void withoutConsentDangerAndChildhoodSendBareFactsOnly(ConsentValue consent, Priority priority, boolean child) {
        assertThat(Disclosure.of(consent, priority, child))
                .isEqualTo(new Disclosure(Set.of(COMMISSIONER), Set.of(MACHINE, COMMISSIONER), ALL));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED,P1", "NOT_ASKED,P1", "UNABLE,P1", "UNKNOWN,P1",
        "REFUSED,P2", "NOT_ASKED,P2", "UNABLE,P2", "UNKNOWN,P2",
        "REFUSED,P3", "NOT_ASKED,P3", "UNABLE,P3", "UNKNOWN,P3",
        "REFUSED,UNKNOWN", "NOT_ASKED,UNKNOWN", "UNABLE,UNKNOWN", "UNKNOWN,UNKNOWN",
    })
    void withoutConsentAnAdultsComplaintStaysWithTheCommissioner(ConsentValue consent, Priority priority) {
        assertThat(Disclosure.of(consent, priority, false))
                .isEqualTo(new Disclosure(
                        Set.of(COMMISSIONER), Set.of(MACHINE, COMMISSIONER), Set.of(MACHINE, COMMISSIONER)));
    }

    @ParameterizedTest
    @EnumSource(ConsentValue.class)
    void aReleaseOpensEverythingToTheUnitWhateverConsentSays(ConsentValue consent) {
        assertThat(cells(consent).map(Disclosure::released))
                .containsOnly(new Disclosure(Set.of(UNIT, COMMISSIONER), ALL, ALL));
    }

    @ParameterizedTest
    @EnumSource(ConsentValue.class)
    void theIdentityIsSealedForJustThoseWhoMayOpenIt(ConsentValue consent) {
        Set<Recipient> sealedFor = Recipient.ofIdentity(consent);

        assertThat(cells(consent)).allSatisfy(cell -> {
            assertThat(sealedFor.contains(Recipient.TRIAGE))
                    .isEqualTo(cell.identity().contains(UNIT));
            assertThat(sealedFor.contains(Recipient.COMMISSIONER))
                    .isEqualTo(cell.identity().contains(COMMISSIONER));
        });
    }

    @Test
    void theCommissionerAlwaysGetsToKnow() {
        assertThat(Arrays.stream(ConsentValue.values()).flatMap(DisclosureTest::cells))
                .allSatisfy(cell -> assertThat(Stream.of(cell.identity(), cell.account(), cell.facts()))
                        .allMatch(readers -> readers.contains(COMMISSIONER)));
    }

    private static Stream<Disclosure> cells(ConsentValue consent) {
        return Arrays.stream(Priority.values())
                .flatMap(priority ->
                        Stream.of(Disclosure.of(consent, priority, false), Disclosure.of(consent, priority, true)));
    }
}
