package kz.aryz.triage.routing;

import static kz.aryz.triage.decision.Complaints.REFERENCE;
import static kz.aryz.triage.decision.Complaints.accused;
import static kz.aryz.triage.decision.Complaints.complaint;
import static kz.aryz.triage.decision.Complaints.victim;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.ComplainantFacts;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import kz.aryz.sealing.Disclosure;
import kz.aryz.sealing.Disclosure.Reader;
import kz.aryz.triage.classification.Allegation;
import kz.aryz.triage.conflict.ConflictClosure;
import kz.aryz.triage.enrichment.Circumstances;
import kz.aryz.triage.enrichment.Enrichment;
import org.junit.jupiter.api.Test;

/** Routing hands a complaint to a unit where the table of consent says so, and nowhere else: every cell. */
class ConsentTableTest {

    private static final Instant NOW = Instant.parse("2026-01-15T07:00:00Z");
    private static final List<String> WHO_SPEAKS = List.of(
            "SELF",
            "SPOUSE",
            "PARENT",
            "CHILD",
            "SIBLING",
            "OTHER_FAMILY",
            "LAWYER",
            "NGO",
            "CELLMATE",
            "DOCTOR",
            "MONITOR",
            "OFFICIAL",
            "UNKNOWN");

    /** One combination. */
    private record Cell(
            ConsentValue consent, AllegationClass allegationClass, Priority priority, String speaker, boolean child) {

        Disclosure disclosure() {
            return Disclosure.of(consent, priority, child);
        }

        Route route() {
            AccountSection account = complaint(content -> content.setRegionCode("KZ-75")
                    .setAccused(accused("MIA"))
                    .setComplainant(
                            ComplainantFacts.newBuilder().setRelation(speaker).build())
                    .setVictims(victim(facts -> facts.setAgeBand(child ? "14_17" : "25_34"))));
            Circumstances circumstances = new Enrichment(REFERENCE).enrich(account, NOW, NOW);
            return new Routing(REFERENCE)
                    .route(new Findings(
                            account,
                            consent,
                            allegation(),
                            priority,
                            circumstances,
                            new ConflictClosure(REFERENCE).closure(account, circumstances)));
        }

        private Allegation allegation() {
            return allegationClass == AllegationClass.UNKNOWN
                    ? new Allegation.Unclassifiable(List.of(), List.of())
                    : new Allegation.Classified(allegationClass, "", List.of(), Set.of(), List.of());
        }
    }

    @Test
    void theUnitsOfTheProsecutionLearnOfAComplaintJustWhereTheTableSaysSo() {
        assertThat(cells()).hasSize(5 * 5 * 5 * 13 * 2).allSatisfy(cell -> {
            boolean toUnit = cell.disclosure().facts().contains(Reader.UNIT);
            Route route = cell.route();
            assertThat(!route.unit().equals(Routing.COMMISSIONER)).isEqualTo(toUnit);
            assertThat(route.rules().contains("R10")).isEqualTo(!toUnit);
        });
    }

    @Test
    void neitherTheClassNorWhoSpeaksChangesWhoLearnsOfIt() {
        assertThat(cells()).allSatisfy(cell -> {
            Cell other = new Cell(cell.consent(), AllegationClass.C, cell.priority(), "SELF", cell.child());
            assertThat(cell.route().unit().equals(Routing.COMMISSIONER))
                    .isEqualTo(other.route().unit().equals(Routing.COMMISSIONER));
        });
    }

    @Test
    void aRefusalIsHonouredWhereLifeIsInDanger() {
        assertThat(cells().stream()
                        .filter(cell -> cell.priority() == Priority.P0 && cell.consent() == ConsentValue.REFUSED))
                .isNotEmpty()
                .allSatisfy(cell -> {
                    assertThat(cell.route().unit()).isNotEqualTo(Routing.COMMISSIONER);
                    assertThat(cell.disclosure().identity()).containsExactly(Reader.COMMISSIONER);
                    assertThat(cell.disclosure().account()).doesNotContain(Reader.UNIT);
                });
    }

    private static List<Cell> cells() {
        return Arrays.stream(ConsentValue.values())
                .flatMap(consent -> Arrays.stream(AllegationClass.values())
                        .flatMap(severity -> Arrays.stream(Priority.values())
                                .flatMap(priority -> WHO_SPEAKS.stream()
                                        .flatMap(speaker -> Stream.of(true, false)
                                                .map(child -> new Cell(consent, severity, priority, speaker, child))))))
                .toList();
    }
}
