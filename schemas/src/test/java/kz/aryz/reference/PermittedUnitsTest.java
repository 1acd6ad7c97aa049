package kz.aryz.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.schema.InvestigatorUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermittedUnitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Reference reference = ((Reading.Complete) ReferenceFiles.bundled()).reference();

    @Test
    void prosecutorsComeBeforeOthersAndThoseOfTheRegionBeforeTheRest() {
        List<String> kinds = kinds(Set.of("MIA"), "KZ-75");

        assertThat(kinds.lastIndexOf("REGIONAL")).isLessThan(kinds.indexOf("ANTIKOR"));
        assertThat(units(Set.of("MIA"), "KZ-75"))
                .extracting(InvestigatorUnit::getCode)
                .startsWith("PROS.KZ-75");
    }

    @Test
    void noUnitOfAnExcludedBodyIsAmongThem() {
        assertThat(kinds(Set.of("KNB"), "KZ-75")).isNotEmpty().doesNotContain("ANTIKOR");
        assertThat(kinds(Set.of("PROS_SPECIAL"), "KZ-75"))
                .contains("ANTIKOR")
                .doesNotContain("SPECIAL", "MILITARY", "REGIONAL");
    }

    @Test
    void theCommissionersQueueIsNotAmongThem() {
        assertThat(units(Set.of(), null))
                .extracting(InvestigatorUnit::getBodyCode)
                .doesNotContain("COMMISSIONER");
    }

    @Test
    void aUnitMayHaveItOnlyOnItsDaysOutsideEveryExcludedBodyAndIfItIsNotTheCommissioners() {
        PermittedUnits permitted = new PermittedUnits(reference, TODAY, Set.of("KNB"));

        assertThat(permitted.permits("PROS.KZ-75")).isTrue();
        assertThat(permitted.permits("ANTIKOR.KZ-75")).isFalse();
        assertThat(permitted.permits("COMMISSIONER")).isFalse();
        assertThat(permitted.permits("PROS.KZ-99")).isFalse();
        assertThat(new PermittedUnits(reference, LocalDate.of(1990, 1, 1), Set.of()).permits("PROS.KZ-75"))
                .isFalse();
    }

    private List<String> kinds(Set<String> excluded, String region) {
        return units(excluded, region).stream()
                .map(InvestigatorUnit::getUnitKind)
                .toList();
    }

    private List<InvestigatorUnit> units(Set<String> excluded, @Nullable String region) {
        return new PermittedUnits(reference, TODAY, excluded).all(region);
    }
}
