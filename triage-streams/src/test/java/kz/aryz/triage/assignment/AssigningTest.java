package kz.aryz.triage.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.command.Refusal;
import kz.aryz.triage.assignment.Assigning.Wish;
import kz.aryz.triage.assignment.Ruling.Accepted;
import kz.aryz.triage.assignment.Ruling.Refused;
import kz.aryz.triage.decision.Complaints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssigningTest {

    private static final String OWN = "PROS.KZ-75";
    private static final String FOREIGN = "PROS.KZ-71";
    private static final Affiliation TODAY = new Affiliation(Complaints.REFERENCE, LocalDate.of(2025, 11, 3));
    private static final Person HEAD = person("head", Role.HEAD_OF_UNIT, OWN);
    private static final Person ASSIGNEE = person("aigul", Role.INVESTIGATOR, OWN);
    private static final Holding NOBODYS = new Holding(OWN, null, 3, Set.of("MIA", "MIA_DP_KZ-75"));

    /** Every role on either side: the head of the unit gives, an investigator of the unit is given. */
    static Stream<Arguments> pairs() {
        return Arrays.stream(Role.values())
                .flatMap(actor -> Arrays.stream(Role.values()).map(assignee -> Arguments.of(actor, assignee)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void onlyAHeadGivesAndOnlyAnInvestigatorIsGiven(Role actor, Role assignee) {
        Ruling ruling = decide(person("head", actor, OWN), person("aigul", assignee, OWN), NOBODYS, 3);

        Ruling expected = assignee == Role.INVESTIGATOR ? new Accepted() : new Refused(Refusal.NOT_OF_UNIT);
        assertThat(ruling).isEqualTo(actor == Role.HEAD_OF_UNIT ? expected : new Refused(Refusal.NOT_THERE));
    }

    @Test
    void givesAgainToSomebodyElse() {
        Holding another = new Holding(OWN, "serik", 4, Set.of("MIA"));

        assertThat(decide(HEAD, ASSIGNEE, another, 4)).isEqualTo(new Accepted());
    }

    @Test
    void theHeadOfAnotherUnitFindsNothingToGive() {
        assertThat(decide(person("head", Role.HEAD_OF_UNIT, FOREIGN), ASSIGNEE, NOBODYS, 3))
                .isEqualTo(new Refused(Refusal.NOT_THERE));
    }

    @Test
    void whatWasNeverThereIsNotThere() {
        Wish wish = new Wish(HEAD, OWN, ASSIGNEE, 3);

        assertThat(Assigning.decide(wish, Optional.empty(), TODAY)).isEqualTo(new Refused(Refusal.NOT_THERE));
    }

    @Test
    void whatHasLeftTheUnitIsNotThereAnyMore() {
        Holding elsewhere = new Holding(FOREIGN, null, 5, Set.of());

        assertThat(decide(HEAD, ASSIGNEE, elsewhere, 3)).isEqualTo(new Refused(Refusal.NOT_THERE));
    }

    @Test
    void whoIsOfAnExcludedBodyNeitherGivesNorIsGiven() {
        Holding againstUs = new Holding(OWN, null, 3, Set.of("PROS_KZ-75"));

        assertThat(decide(HEAD, ASSIGNEE, againstUs, 3)).isEqualTo(new Refused(Refusal.NOT_THERE));
        assertThat(decide(HEAD.of(Set.of("MIA")), ASSIGNEE, NOBODYS, 3)).isEqualTo(new Refused(Refusal.NOT_THERE));
        assertThat(decide(HEAD, ASSIGNEE.of(Set.of("MIA")), NOBODYS, 3)).isEqualTo(new Refused(Refusal.NOT_OF_UNIT));
    }

    /** What an earlier version routed excludes nobody by name: then the queue decides. */
    @Test
    void whoIsOfAnyOtherBodyBesideIsGivenNothingEvenWhereNothingIsKnownToBeExcluded() {
        Holding old = new Holding(OWN, null, 3, Set.of());

        assertThat(decide(HEAD, ASSIGNEE, old, 3)).isEqualTo(new Accepted());
        assertThat(decide(HEAD, ASSIGNEE.of(Set.of("KNB")), old, 3)).isEqualTo(new Refused(Refusal.NOT_OF_UNIT));
    }

    @Test
    void whoWorksInAnotherUnitIsNotGivenAnything() {
        assertThat(decide(HEAD, person("aigul", Role.INVESTIGATOR, FOREIGN), NOBODYS, 3))
                .isEqualTo(new Refused(Refusal.NOT_OF_UNIT));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "STATISTICIAN", "ADMINISTRATOR", "FACILITY_TERMINAL"})
    void whoMustKnowOfNoComplaintIsGivenNoneWhateverElseTheyAre(Role blind) {
        Person both = new Person("aigul", Set.of(Role.INVESTIGATOR, blind), Set.of(OWN), Set.of());

        assertThat(decide(HEAD, both, NOBODYS, 3)).isEqualTo(new Refused(Refusal.NOT_OF_UNIT));
    }

    @Test
    void whoHasItIsNotGivenItAgain() {
        Holding theirs = new Holding(OWN, "aigul", 4, Set.of());

        assertThat(decide(HEAD, ASSIGNEE, theirs, 3)).isEqualTo(new Refused(Refusal.ALREADY_THEIRS));
    }

    @Test
    void whoDidNotKnowWhatHappenedDecidesAgain() {
        assertThat(decide(HEAD, ASSIGNEE, NOBODYS, 2)).isEqualTo(new Refused(Refusal.CHANGED));
        assertThat(decide(HEAD, ASSIGNEE, NOBODYS, 4)).isEqualTo(new Refused(Refusal.CHANGED));
    }

    @Test
    void aUnitThatIsNoMoreGivesNothing() {
        Person head = person("head", Role.HEAD_OF_UNIT, "NO.SUCH-UNIT").of(Set.of("PROS_KZ-75"));
        Holding left = new Holding("NO.SUCH-UNIT", null, 3, Set.of());

        Ruling ruling = Assigning.decide(
                new Wish(head, "NO.SUCH-UNIT", person("aigul", Role.INVESTIGATOR, "NO.SUCH-UNIT"), 3),
                Optional.of(left),
                TODAY);

        assertThat(ruling).isEqualTo(new Refused(Refusal.NOT_THERE));
    }

    private static Ruling decide(Person actor, Person assignee, Holding holding, long expectedSeq) {
        return Assigning.decide(new Wish(actor, OWN, assignee, expectedSeq), Optional.of(holding), TODAY);
    }

    private static Person person(String pseudonym, Role role, String unit) {
        return new Person(pseudonym, Set.of(role), Set.of(unit), Set.of());
    }
}
