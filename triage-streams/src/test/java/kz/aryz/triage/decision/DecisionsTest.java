package kz.aryz.triage.decision;

import static kz.aryz.triage.decision.Complaints.REFERENCE;
import static kz.aryz.triage.decision.Complaints.accused;
import static kz.aryz.triage.decision.Complaints.complaint;
import static kz.aryz.triage.decision.Complaints.time;
import static kz.aryz.triage.decision.Complaints.victim;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.AccusedParty;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.GivenTime;
import kz.aryz.schema.Priority;
import kz.aryz.schema.ReprisalRisk;
import kz.aryz.triage.classification.Classification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden cases of the law: who gets what, when. */
class DecisionsTest {

    private static final Instant JANUARY_2022 = Instant.parse("2022-01-20T06:00:00Z");
    private static final Instant SPRING_2025 = Instant.parse("2025-04-01T06:00:00Z");
    private static final Instant AUTUMN_2025 = Instant.parse("2025-10-01T06:00:00Z");

    private final Decisions decisions = new Decisions(REFERENCE, Classification.standard());

    @ParameterizedTest
    @CsvSource({
        // received, declared type, accused body, unit
        "2022-01-20, TORTURE, MIA_DP_KZ-75, ANTIKOR.KZ-75",
        "2022-01-20, TORTURE, KNB, PROS.KZ-75",
        "2022-01-20, TORTURE, ANTIKOR, PROS.KZ-75",
        "2022-01-20, DEATH_IN_CUSTODY, MIA, PROS.SPECIAL",
        "2022-12-31, TORTURE, MIA, ANTIKOR.KZ-75",
        "2023-01-01, TORTURE, MIA, PROS.KZ-75",
        "2023-06-01, EXCESSIVE_FORCE, MIA, PROS.KZ-75",
        "2025-06-29, EXTORTION, KNB, ANTIKOR.KZ-75",
        "2025-06-30, EXTORTION, KNB, PROS.KZ-75",
        "2025-06-30, EXTORTION, MIA, ANTIKOR.KZ-75",
        "2025-10-01, EXTORTION, ANTIKOR_KZ-75, PROS.KZ-75",
        "2025-10-01, TORTURE, KNB_D_KZ-75, PROS.KZ-75",
        "2025-10-01, TORTURE, MOD, PROS.MILITARY",
        "2025-10-01, DEATH_IN_CUSTODY, ARMY, PROS.SPECIAL",
        "2025-10-01, TORTURE, PROS_KZ-75, COMMISSIONER",
        "2025-10-01, EXTORTION, GPO, COMMISSIONER",
        "2025-10-01, PROPERTY, PROS_MILITARY, COMMISSIONER",
        "2025-10-01, PROPERTY, KUIS, PROS.KZ-75",
        "2025-10-01, OUT_OF_SCOPE, MIA, PROS.KZ-75",
    })
    void routesByTheLawOfTheDayOfReceipt(String received, String type, String body, String unit) {
        AccountSection account = complaint(
                c -> c.setDeclaredTypes(List.of(type)).setRegionCode("KZ-75").setAccused(accused(body)));
        Instant at = Instant.parse(received + "T06:00:00Z");

        assertThat(decisions.decide(account, ConsentValue.GIVEN, at, at).route().unit())
                .isEqualTo(unit);
    }

    @Test
    void neverGivesAKnbCaseToAntikorSinceItsMoveWhateverTheDayOfTheIncident() {
        AccountSection account = complaint(c -> c.setDeclaredTypes(List.of("EXTORTION"))
                .setRegionCode("KZ-75")
                .setAccused(accused("KNB"))
                .setIncidentFrom(time("2022-01-06T06:00:00Z")));

        Decision decision = decisions.decide(account, ConsentValue.GIVEN, SPRING_2025, AUTUMN_2025);

        assertThat(decision.circumstances().profile().code()).isEqualTo("KZ-2023");
        assertThat(decision.route().unit()).isEqualTo("PROS.KZ-75");
        assertThat(decision.route().excludedBodies()).contains("ANTIKOR", "ANTIKOR_KZ-75");
    }

    @Test
    void excludesTheWholeMinistryOfAnAccusedDepartment() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE")).setAccused(accused("MIA_DP_KZ-11")));

        assertThat(decision.route().excludedBodies())
                .contains("MIA", "KUIS", "KUIS_D_KZ-75", "NATIONAL_GUARD", "MIA_DP_KZ-75")
                .doesNotContain("KNB", "PROSECUTOR");
    }

    @Test
    void excludesTheOperatorOfThePlaceOfCustodyToo() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE"))
                .setAccused(accused("KNB"))
                .setVictims(victim(v -> v.setFacilityCode("KZ-75-SIZO-1"))));

        assertThat(decision.route().excludedBodies()).contains("KNB", "MIA", "KUIS");
    }

    @Test
    void presumesTheOperatorWhereNobodyIsNamed() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE")).setFacilityCode("KZ-35-COL-MAX-1"));

        assertThat(decision.route().excludedBodies()).contains("MIA").doesNotContain("KNB");
        assertThat(decision.route().rules()).contains("R6");
        assertThat(decision.route().unit()).isEqualTo("PROS.KZ-35");
        assertThat(decision.circumstances().facilityType()).isEqualTo("COLONY_MAX");
    }

    @Test
    void presumesAllLawEnforcementWhereThePlaceIsUnknownToo() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("EXTORTION")).setRegionCode("KZ-ALA"));

        assertThat(decision.route().excludedBodies())
                .contains("MIA", "KNB", "ANTIKOR", "FINMON", "SGO")
                .doesNotContain("PROSECUTOR", "COMMISSIONER", "COURT");
        assertThat(decision.route().unit()).isEqualTo("PROS.KZ-75");
    }

    @Test
    void presumesWhereTheAccusedBodyIsACodeThatNobodyKnows() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE")).setAccused(accused("MILITIA")));

        assertThat(decision.route().rules()).contains("R6");
        assertThat(decision.route().excludedBodies()).contains("MIA", "KNB");
    }

    @Test
    void presumesMoreThanTheOperatorWhereSomebodyIsNamedByAWordThatNobodyKnows() {
        Decision named = decide(c -> c.setDeclaredTypes(List.of("EXTORTION"))
                .setFacilityCode("KZ-75-IVS-1")
                .setAccused(accused("КНБ")));
        Decision unnamed = decide(c -> c.setDeclaredTypes(List.of("EXTORTION"))
                .setFacilityCode("KZ-75-IVS-1")
                .setAccused(accused("unknown", " ")));

        assertThat(named.route().excludedBodies()).contains("MIA", "KNB");
        assertThat(unnamed.route().excludedBodies()).contains("MIA").doesNotContain("KNB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROSECUTORS", "ПРОКУРАТУРА", "КНБ"})
    void leavesItToTheCommissionerWhomAWordMeansThatNobodyKnows(String word) {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE"))
                .setFacilityCode("KZ-75-IVS-1")
                .setAccused(accused("MIA", word)));

        assertThat(decision.route().unit()).isEqualTo("COMMISSIONER");
        assertThat(decision.route().rules()).contains("R6", "R5-UNKNOWN").doesNotContain("R5");
        assertThat(decision.route().excludedBodies()).doesNotContain("PROSECUTOR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROSECUTORS", "ПРОКУРАТУРА", "КНБ"})
    void leavesItToTheCommissionerWhomSuchAWordMeansWhateverUnitStandsBesideIt(String word) {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE"))
                .setFacilityCode("KZ-75-IVS-1")
                .setAccused(List.of(party(word, "KZ-75-IVS-1"))));

        assertThat(decision.route().unit()).isEqualTo("COMMISSIONER");
        assertThat(decision.route().rules()).contains("R6", "R5-UNKNOWN");
        assertThat(decision.route().excludedBodies()).contains("MIA", "KNB");
    }

    @Test
    void goesByTheUnitWhereTheBodyIsNotListed() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE"))
                .setFacilityCode("KZ-75-IVS-1")
                .setAccused(List.of(party(" other", "KZ-75-IVS-1"))));

        assertThat(decision.route().unit()).isEqualTo("PROS.KZ-75");
        assertThat(decision.route().rules()).doesNotContain("R6", "R5-UNKNOWN");
    }

    @Test
    void goesByTheBodyWhereItsUnitIsAWordThatNobodyKnows() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE"))
                .setFacilityCode("KZ-75-IVS-1")
                .setAccused(List.of(party("MIA", "третий отдел"))));

        assertThat(decision.route().unit()).isEqualTo("PROS.KZ-75");
        assertThat(decision.route().rules()).doesNotContain("R6", "R5-UNKNOWN");
    }

    @Test
    void givesNoProsecutorAWordThatNobodyKnowsWhereTheCommissionerIsAccusedToo() {
        Decision decision =
                decide(c -> c.setDeclaredTypes(List.of("TORTURE")).setAccused(accused("COMMISSIONER", "PROSECUTORS")));

        assertThat(decision.route().unit()).isEqualTo("COURT");
    }

    @Test
    void findsCodesWhateverTheirCase() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("EXTORTION"))
                .setAccused(accused("knb"))
                .setFacilityCode("kz-75-ivs-1")
                .setVictims(victim(v -> v.setCustodyStatus("free"))));

        assertThat(decision.route().excludedBodies()).contains("KNB", "ANTIKOR", "MIA");
        assertThat(decision.route().unit()).isEqualTo("PROS.KZ-75");
        assertThat(decide(c -> c.setRegionCode("kz-ala")).circumstances().regionCode())
                .isEqualTo("KZ-75");
    }

    @Test
    void takesSomebodyForHeldWhateverTheCaseOfTheCode() {
        assertThat(decide(c -> c.setDeclaredTypes(List.of("REPRISAL"))
                                .setVictims(victim(v -> v.setCustodyStatus("sizo"))))
                        .prioritised()
                        .rules())
                .containsExactly("P0-REPRISAL");
    }

    @Test
    void takesTheFacilitysRegionRatherThanTheDeclaredOne() {
        Decision decision = decide(c -> c.setDeclaredTypes(List.of("TORTURE"))
                .setFacilityCode("KZ-39-SIZO-1")
                .setRegionCode("KZ-75"));

        assertThat(decision.route().unit()).isEqualTo("PROS.KZ-39");
    }

    @Test
    void sendsAnUnknownRegionToTheSpecialProsecutors() {
        assertThat(decide(c -> c.setDeclaredTypes(List.of("TORTURE")).setRegionCode("KZ-00"))
                        .route()
                        .unit())
                .isEqualTo("PROS.SPECIAL");
    }

    @Test
    void sendsARegionWithoutAUnitOfItsOwnYetToTheOneItWasSplitFrom() {
        AccountSection account = complaint(
                c -> c.setDeclaredTypes(List.of("DETENTION_CONDITIONS")).setFacilityCode("KZ-33-SIZO-1"));

        assertThat(decisions
                        .decide(account, ConsentValue.GIVEN, JANUARY_2022, JANUARY_2022)
                        .route()
                        .unit())
                .isEqualTo("PROS.KZ-19");
    }

    @Test
    void sendsAMassEventToTheSpecialProsecutors() {
        assertThat(decide(c -> c.setDeclaredTypes(List.of("TORTURE"))
                                .setMassEventCode("KZ-2022-01")
                                .setRegionCode("KZ-75"))
                        .route()
                        .unit())
                .isEqualTo("PROS.SPECIAL");
    }

    @Test
    void sendsAGuardhouseToTheMilitaryProsecutors() {
        assertThat(decide(c -> c.setDeclaredTypes(List.of("TORTURE")).setFacilityCode("KZ-75-GUARD-1"))
                        .route()
                        .unit())
                .isEqualTo("PROS.MILITARY");
    }

    @ParameterizedTest
    @EnumSource(value = ConsentValue.class, names = "GIVEN", mode = EnumSource.Mode.EXCLUDE)
    void holdsWhatMayNotBeHandedOnWithTheCommissioner(ConsentValue consent) {
        AccountSection account = oldTorture(c -> c.setVictims(victim(v -> v.setAgeBand("25_34"))));

        Decision decision = decisions.decide(account, consent, AUTUMN_2025, AUTUMN_2025);

        assertThat(decision.route().unit()).isEqualTo("COMMISSIONER");
        assertThat(decision.route().rules()).contains("R10");
    }

    @Test
    void holdsNeitherAChildsComplaintNorAnEmergency() {
        AccountSection child = oldTorture(c -> c.setVictims(victim(v -> v.setAgeBand("14_17"))));
        AccountSection emergency = oldTorture(c -> c.setOngoing(true));

        assertThat(List.of(child, emergency))
                .allSatisfy(account -> assertThat(decisions
                                .decide(account, ConsentValue.REFUSED, AUTUMN_2025, AUTUMN_2025)
                                .route()
                                .unit())
                        .isEqualTo("PROS.KZ-75"));
    }

    @Test
    void doesNotHoldAComplaintAboutTheCommissionerWithTheCommissioner() {
        AccountSection account = oldTorture(c -> c.setAccused(accused("NPM")));

        assertThat(decisions
                        .decide(account, ConsentValue.REFUSED, AUTUMN_2025, AUTUMN_2025)
                        .route()
                        .unit())
                .isEqualTo("PROS.SPECIAL");
    }

    @Test
    void goesToTheCourtsWhereProsecutorsAndCommissionerAreAccused() {
        assertThat(decide(c -> c.setDeclaredTypes(List.of("TORTURE")).setAccused(accused("GPO", "COMMISSIONER")))
                        .route()
                        .unit())
                .isEqualTo("COURT");
    }

    @Test
    void givesClassAThatIsFreshOrUndatedOrInTheHandsOfTheAccusedP1() {
        assertThat(decide(c -> c.setDeclaredTypes(List.of("TORTURE")))
                        .prioritised()
                        .priority())
                .isEqualTo(Priority.P1);
        assertThat(decide(c -> c.setDeclaredTypes(List.of("TORTURE")).setIncidentFrom(time("2025-08-20T06:00:00Z")))
                        .prioritised()
                        .rules())
                .containsExactly("P1-RECENT");
        assertThat(decisions
                        .decide(
                                oldTorture(c -> c.setInCustodyNow(true).setAccused(accused("MIA"))),
                                ConsentValue.GIVEN,
                                AUTUMN_2025,
                                AUTUMN_2025)
                        .prioritised()
                        .rules())
                .containsExactly("P1-HELD-BY-ACCUSED");
    }

    @Test
    void believesWhoeverSaysThatTheAccusedHoldTheVictim() {
        ReprisalRisk said =
                ReprisalRisk.newBuilder().setVictimInCustodyOfAccusedBody(true).build();
        AccountSection elsewhereToo = oldTorture(c -> c.setAccused(accused("KNB"))
                .setVictims(victim(v -> v.setFacilityCode("KZ-75-SIZO-1")))
                .setReprisal(said));

        assertThat(List.of(oldTorture(c -> c.setReprisal(said)), elsewhereToo))
                .allSatisfy(account -> assertThat(decisions
                                .decide(account, ConsentValue.GIVEN, AUTUMN_2025, AUTUMN_2025)
                                .prioritised()
                                .rules())
                        .containsExactly("P1-HELD-BY-ACCUSED"));
        assertThat(decide(c -> c.setDeclaredTypes(List.of("REPRISAL")).setReprisal(said))
                        .prioritised()
                        .rules())
                .containsExactly("P0-REPRISAL");
    }

    @Test
    void countsSixWeeksToTheDay() {
        assertThat(priorityOfTortureOn("2025-08-20T06:00:00Z")).isEqualTo(Priority.P1);
        assertThat(priorityOfTortureOn("2025-08-19T06:00:00Z")).isEqualTo(Priority.P2);
    }

    @Test
    void countsAMonthToItsLastDay() {
        AccountSection account = complaint(c -> c.setDeclaredTypes(List.of("TORTURE"))
                .setAccused(accused("MIA"))
                .setIncidentFrom(new GivenTime("август 2025", Instant.parse("2025-08-01T00:00:00Z"), "MONTH")));

        assertThat(decisions
                        .decide(account, ConsentValue.GIVEN, AUTUMN_2025, AUTUMN_2025)
                        .prioritised()
                        .priority())
                .isEqualTo(Priority.P1);
    }

    @Test
    void givesOldClassAOfSomebodyFreeOrInOtherHandsP2() {
        AccountSection inOtherHands = oldTorture(c -> c.setInCustodyNow(true)
                .setAccused(accused("KNB"))
                .setVictims(victim(v -> v.setFacilityCode("KZ-75-SIZO-1"))));

        assertThat(List.of(oldTorture(c -> {}), inOtherHands))
                .allSatisfy(account -> assertThat(decisions
                                .decide(account, ConsentValue.GIVEN, AUTUMN_2025, AUTUMN_2025)
                                .prioritised()
                                .priority())
                        .isEqualTo(Priority.P2));
    }

    @ParameterizedTest
    @CsvSource({
        "DEATH_IN_CUSTODY, P0",
        "ENFORCED_DISAPPEARANCE, P0",
        "SEXUAL_VIOLENCE, P0",
        "EXTORTION, P2",
        "PROPERTY, P3",
        "OUT_OF_SCOPE, P3"
    })
    void givesATypeItsPriority(String type, Priority priority) {
        assertThat(decide(c -> c.setDeclaredTypes(List.of(type))).prioritised().priority())
                .isEqualTo(priority);
    }

    @Test
    void givesAReprisalAgainstSomebodyInCustodyP0() {
        assertThat(decide(c -> c.setDeclaredTypes(List.of("REPRISAL")).setInCustodyNow(true))
                        .prioritised()
                        .rules())
                .containsExactly("P0-REPRISAL");
    }

    @Test
    void givesALifeAtRiskP0() {
        assertThat(decide(c -> c.setNarrative("Он без сознания, врача не зовут"))
                        .prioritised()
                        .rules())
                .containsExactly("P0-LIFE");
    }

    @Test
    void recordsTheReleaseThatItWasDecidedWith() {
        assertThat(decide(c -> {}).referenceVersion()).isEqualTo(REFERENCE.version());
    }

    private Priority priorityOfTortureOn(String instant) {
        return decide(c -> c.setDeclaredTypes(List.of("TORTURE"))
                        .setAccused(accused("MIA"))
                        .setIncidentFrom(time(instant)))
                .prioritised()
                .priority();
    }

    private Decision decide(Consumer<AccountSection.Builder> content) {
        return decisions.decide(complaint(content), ConsentValue.GIVEN, AUTUMN_2025, AUTUMN_2025);
    }

    private static AccusedParty party(String bodyCode, String unitCode) {
        return AccusedParty.newBuilder()
                .setAccusedId("a1")
                .setBodyCode(bodyCode)
                .setUnitCode(unitCode)
                .build();
    }

    private static AccountSection oldTorture(Consumer<AccountSection.Builder> more) {
        return complaint(c -> {
            c.setDeclaredTypes(List.of("TORTURE"))
                    .setRegionCode("KZ-75")
                    .setIncidentFrom(time("2025-01-01T06:00:00Z"))
                    .setAccused(accused("MIA"));
            more.accept(c);
        });
    }
}
