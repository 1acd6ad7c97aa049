package kz.aryz.triage.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.command.Refusal;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.assignment.Ruling;
import kz.aryz.triage.assignment.Ruling.Accepted;
import kz.aryz.triage.assignment.Ruling.Refused;
import kz.aryz.triage.decision.Complaints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleasingTest {

    private static final String COMMISSIONER = "COMMISSIONER";
    private static final String UNIT = "PROS.KZ-75";
    private static final String OTHER = "PROS.KZ-71";
    private static final Affiliation TODAY = new Affiliation(Complaints.REFERENCE, LocalDate.of(2025, 11, 3));
    private static final Person OFFICER = person(Role.COMMISSIONER_OFFICER, COMMISSIONER);
    private static final Set<String> POLICE = Set.of("MIA", "MIA_DP_KZ-75");
    private static final Custody HELD = new Custody(COMMISSIONER, true, null, 3, Optional.of(POLICE));
    private static final Custody BARE = new Custody(UNIT, true, null, 3, Optional.of(POLICE));
    private static final Custody LET = new Custody(UNIT, true, UNIT, 4, Optional.of(POLICE));
    private static final Custody OPEN = new Custody(UNIT, false, null, 3, Optional.of(POLICE));

    private final Releasing releasing = new Releasing(TODAY, unit -> !unit.equals("PROS.KZ-10"));

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnOfficerOfTheCommissionersLetsAComplaintGo(Role role) {
        for (Action action : List.of(Action.RELEASE_IDENTITY, Action.CHECK_EX_OFFICIO)) {
            Ruling ruling = releasing.decide(new Asked(person(role, COMMISSIONER), action, UNIT, 3), Optional.of(HELD));

            assertThat(ruling)
                    .isEqualTo(role == Role.COMMISSIONER_OFFICER ? new Accepted() : new Refused(Refusal.NOT_THERE));
        }
    }

    @Test
    void whoIsOfAnotherBodyIsNoOfficerOfTheCommissioners() {
        Person intruder = OFFICER.of(Set.of("MIA"));

        assertThat(releasing.decide(new Asked(intruder, Action.RELEASE_IDENTITY, UNIT, 3), Optional.of(HELD)))
                .isEqualTo(new Refused(Refusal.NOT_THERE));
    }

    @Test
    void whatWasNeverDecidedOnAndWhatConsentGaveToItsUnitIsNotThere() {
        assertThat(releasing.decide(release(UNIT, 3), Optional.empty())).isEqualTo(new Refused(Refusal.NOT_THERE));
        assertThat(release(UNIT, 3, OPEN)).isEqualTo(new Refused(Refusal.NOT_THERE));
        assertThat(check(UNIT, 3, OPEN)).isEqualTo(new Refused(Refusal.NOT_THERE));
    }

    @Test
    void theUnitThatHasTheBareFactsIsTheOnlyOneThatCanBeLetReadTheRest() {
        assertThat(release(UNIT, 3, BARE)).isEqualTo(new Accepted());
        assertThat(release(OTHER, 3, BARE)).isEqualTo(new Refused(Refusal.OTHER_UNIT));
    }

    @Test
    void noCheckBeginsWhereAUnitHasIt() {
        assertThat(check(UNIT, 3, BARE)).isEqualTo(new Refused(Refusal.ALREADY_ROUTED));
        assertThat(check(OTHER, 3, BARE)).isEqualTo(new Refused(Refusal.ALREADY_ROUTED));
    }

    @Test
    void whoReleasesWhatWasReleasedIsToldSo() {
        assertThat(release(UNIT, 4, LET)).isEqualTo(new Refused(Refusal.ALREADY_RELEASED));
        assertThat(release(UNIT, 3, LET)).isEqualTo(new Refused(Refusal.ALREADY_RELEASED));
    }

    @Test
    void nobodyIsGivenWhatMayAccuseThem() {
        Custody shut = new Custody(COMMISSIONER, true, null, 3, Optional.empty());

        assertThat(release(UNIT, 3, shut)).isEqualTo(new Refused(Refusal.UNDECIDED));
        assertThat(check(UNIT, 3, shut)).isEqualTo(new Refused(Refusal.UNDECIDED));
    }

    @Test
    void theUnitMustBeOneOfTodayWithAQueueAndNotTheCommissioners() {
        for (String none : List.of("PROS.KZ-99", "PROS.KZ-10", COMMISSIONER, "")) {
            assertThat(release(none, 3, HELD)).as(none).isEqualTo(new Refused(Refusal.NO_SUCH_UNIT));
            assertThat(check(none, 3, HELD)).as(none).isEqualTo(new Refused(Refusal.NO_SUCH_UNIT));
        }
    }

    @Test
    void theUnitMustBeOutsideEveryExcludedBodyAndItsKin() {
        Custody own = new Custody(COMMISSIONER, true, null, 3, Optional.of(Set.of("PROS_KZ-75")));

        assertThat(release(UNIT, 3, own)).isEqualTo(new Refused(Refusal.EXCLUDED_UNIT));
        assertThat(release(OTHER, 3, own)).isEqualTo(new Refused(Refusal.EXCLUDED_UNIT));
        assertThat(check(OTHER, 3, own)).isEqualTo(new Refused(Refusal.EXCLUDED_UNIT));
    }

    @Test
    void whoDidNotSeeWhatHappenedLastIsNotHeard() {
        assertThat(release(UNIT, 2, HELD)).isEqualTo(new Refused(Refusal.CHANGED));
        assertThat(check(UNIT, 4, HELD)).isEqualTo(new Refused(Refusal.CHANGED));
    }

    private Ruling release(String unit, long expectedSeq, Custody custody) {
        return releasing.decide(release(unit, expectedSeq), Optional.of(custody));
    }

    private Ruling check(String unit, long expectedSeq, Custody custody) {
        return releasing.decide(new Asked(OFFICER, Action.CHECK_EX_OFFICIO, unit, expectedSeq), Optional.of(custody));
    }

    private static Asked release(String unit, long expectedSeq) {
        return new Asked(OFFICER, Action.RELEASE_IDENTITY, unit, expectedSeq);
    }

    private static Person person(Role role, String unit) {
        return new Person("officer", Set.of(role), Set.of(unit), Set.of());
    }
}
