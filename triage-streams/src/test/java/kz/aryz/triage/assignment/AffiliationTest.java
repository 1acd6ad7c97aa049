package kz.aryz.triage.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.aryz.reference.Reference;
import kz.aryz.reference.Table;
import kz.aryz.schema.Body;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.schema.Names;
import kz.aryz.triage.decision.Complaints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AffiliationTest {

    private static final Names NAMES = new Names("а", "б", "c");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2010, 1, 1);
    private static final LocalDate THIRD = LocalDate.of(2020, 1, 1);

    /** On 30 June 2025 the anti-corruption service came under the KNB. */
    @Test
    void theBodyThatAUnitCameUnderIsNoKinOfWhatLiesInItsQueue() {
        Set<String> before = kin(Complaints.REFERENCE, "ANTIKOR.KZ-75", LocalDate.of(2025, 6, 20));
        Set<String> after = kin(Complaints.REFERENCE, "ANTIKOR.KZ-75", LocalDate.of(2025, 6, 30));

        assertThat(before).contains("ANTIKOR", "ANTIKOR_KZ-75", "ANTIKOR_KZ-71").doesNotContain("KNB");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whoCameToBeWithinTheBodyLaterIsKin() {
        assertThat(kin(Complaints.REFERENCE, "PROS.KZ-63", LocalDate.of(2026, 1, 1)))
                .contains("PROSECUTOR", "PROS_KZ-63", "PROS_KZ-10");
        assertThat(kin(Complaints.REFERENCE, "PROS.KZ-10", LocalDate.of(2026, 1, 1)))
                .contains("PROSECUTOR", "PROS_KZ-63", "PROS_KZ-10");
    }

    @Test
    void nobodyIsKinOfWhatNoUnitMayHave() {
        assertThat(kin(Complaints.REFERENCE, "COMMISSIONER", LocalDate.of(2026, 1, 1)))
                .isEmpty();
    }

    @Test
    void aUnitHasNoKinBeforeItsFirstDayAndAfterItsLast() {
        Reference reference = reference(List.of(body("B", FIRST, null, null)), unit("B", SECOND, THIRD));

        assertThat(kin(reference, SECOND.minusDays(1))).isEmpty();
        assertThat(kin(reference, SECOND)).containsExactly("B");
        assertThat(kin(reference, THIRD.minusDays(1))).containsExactly("B");
        assertThat(kin(reference, THIRD)).isEmpty();
    }

    @Test
    void whoWasElsewhereWhileTheUnitWasNotThereIsKinAllTheSame() {
        Reference reference = reference(
                List.of(
                        body("B", FIRST, null, null),
                        body("X", FIRST, null, null),
                        body("K", FIRST, SECOND, "X"),
                        body("K", SECOND, null, "B")),
                unit("B", SECOND, null));

        assertThat(kin(reference, THIRD)).containsExactlyInAnyOrder("B", "K");
    }

    /** What came in while there was no such body may be about the days on which there was one, elsewhere. */
    @Test
    void whoWasElsewhereAndThenNowhereIsNoKin() {
        Reference reference = reference(
                List.of(
                        body("B", FIRST, null, null),
                        body("X", FIRST, null, null),
                        body("K", FIRST, SECOND, "X"),
                        body("K", THIRD, null, "B")),
                unit("B", SECOND, null));

        assertThat(kin(reference, THIRD)).containsExactly("B");
    }

    @Test
    void aUnitThatWentOverToAnotherBodyShowsNobodyOfThatOneWhatItHadBefore() {
        Reference reference = reference(
                List.of(body("B", FIRST, null, null), body("X", FIRST, null, null)),
                unit("B", FIRST, SECOND),
                unit("X", SECOND, null));

        assertThat(kin(reference, SECOND.minusDays(1))).containsExactly("B");
        assertThat(kin(reference, SECOND)).isEmpty();
    }

    private static Set<String> kin(Reference reference, LocalDate today) {
        return kin(reference, "U", today);
    }

    private static Set<String> kin(Reference reference, String unit, LocalDate today) {
        return new Affiliation(reference, today).queue(unit).kin();
    }

    private static Reference reference(List<Body> bodies, InvestigatorUnit... units) {
        return new Reference(
                "changed", Complaints.TABLES.with(Table.BODIES, bodies).with(Table.UNITS, List.of(units)));
    }

    private static Body body(String code, LocalDate from, @Nullable LocalDate to, @Nullable String parent) {
        return new Body(code, from, to, NAMES, parent, false);
    }

    private static InvestigatorUnit unit(String body, LocalDate from, @Nullable LocalDate to) {
        return new InvestigatorUnit("U", from, to, NAMES, body, "REGIONAL", null);
    }
}
