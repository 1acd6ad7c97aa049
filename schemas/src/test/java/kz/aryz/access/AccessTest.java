package kz.aryz.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTest {

    /** One letter a cell: {@code -} nowhere, {@code a} assigned, {@code u} own units, {@code h} held, {@code X} all. */
    private static final String TABLE = """
                                   | SUBMIT | LIST_QUEUE | SEE_ITEM | ASSIGN | WORK_ON | OPEN_ACCOUNT | OPEN_IDENTITY | BREAK_GLASS | READ_NOTES | RELEASE_IDENTITY | CHECK_EX_OFFICIO | APPROVE_DESTRUCTION | HOLD | LIST_ALERTS | LIST_HELD | ACKNOWLEDGE_ALERT | READ_LOG | READ_AGGREGATES | OPERATE
            INTAKE_CLERK           | X      | -          | -        | -      | -       | -            | -             | -           | -          | -                | -                | -                   | -    | -           | -         | -                 | -        | -               | -
            TRIAGE_OFFICER         | -      | u          | u        | -      | -       | u            | -             | u           | -          | -                | -                | -                   | -    | -           | -         | -                 | -        | -               | -
            INVESTIGATOR           | -      | u          | a        | -      | a       | a            | a             | -           | -          | -                | -                | -                   | -    | -           | -         | -                 | -        | -               | -
            HEAD_OF_UNIT           | -      | u          | u        | u      | -       | u            | -             | u           | -          | -                | -                | -                   | -    | -           | -         | -                 | -        | -               | -
            SUPERVISING_PROSECUTOR | -      | u          | u        | -      | -       | u            | -             | u           | -          | -                | -                | u                   | u    | -           | -         | -                 | -        | -               | -
            COMMISSIONER_OFFICER   | X      | X          | X        | -      | -       | h            | h             | -           | X          | h                | h                | X                   | X    | X           | X         | X                 | X        | X               | -
            NPM_MONITOR            | X      | -          | -        | -      | -       | -            | -             | -           | -          | -                | -                | -                   | -    | -           | -         | -                 | -        | -               | -
            AUDITOR                | -      | -          | -        | -      | -       | -            | -             | -           | -          | -                | -                | -                   | -    | -           | -         | -                 | X        | -               | -
            STATISTICIAN           | -      | -          | -        | -      | -       | -            | -             | -           | -          | -                | -                | -                   | -    | -           | -         | -                 | -        | X               | -
            ADMINISTRATOR          | -      | -          | -        | -      | -       | -            | -             | -           | -          | -                | -                | -                   | -    | -           | -         | -                 | -        | -               | X
            FACILITY_TERMINAL      | X      | -          | -        | -      | -       | -            | -             | -           | -          | -                | -                | -                   | -    | -           | -         | -                 | -        | -               | -
            """;

    private static final String ME = "me";
    private static final String OWN = "PROS.KZ-75";
    private static final String FOREIGN = "PROS.KZ-71";
    private static final Set<String> PROSECUTION = Set.of("PROSECUTOR", "PROS_KZ-75", "PROS_KZ-71");
    private static final Set<String> POLICE = Set.of("MIA", "MIA_DP_KZ-75");

    @ParameterizedTest
    @MethodSource("cells")
    void everyRoleReachesWithEveryActionWhatItsCellSaysAndNothingElse(Role role, Action action, String cell) {
        for (Map.Entry<Matter, String> matter : matters(action).entrySet()) {
            Verdict verdict = Access.decide(person(role), action, matter.getKey());

            assertThat(verdict instanceof Verdict.Allowed)
                    .as("%s in a cell of %s", matter, cell)
                    .isEqualTo(matter.getValue().contains(cell));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void knowsWhetherThereMayBeAnythingAtAll(Role role, Action action, String cell) {
        assertThat(Access.anywhere(person(role), action)).isEqualTo(!cell.equals("-"));
    }

    @Test
    void theTableHasEveryRoleAndEveryAction() {
        assertThat(cells())
                .hasSize(Role.values().length * Action.values().length)
                .doesNotHaveDuplicates();
    }

    @Test
    void theAccusedBodysOwnPeopleNeverSeeTheComplaint() {
        ComplaintFacts complaint = new ComplaintFacts(OWN, Optional.of(ME), PROSECUTION, false);

        for (Role role : Role.values()) {
            if (role != Role.COMMISSIONER_OFFICER) {
                assertThat(Access.decide(person(role), Action.SEE_ITEM, complaint))
                        .isEqualTo(Verdict.NOT_THERE);
            }
        }
    }

    @Test
    void theCommissionerSeesAComplaintThatAccusesTheCommissioner() {
        ComplaintFacts complaint = new ComplaintFacts(OWN, Optional.empty(), Set.of("COMMISSIONER", "NPM"), false);

        assertThat(Access.decide(person(Role.COMMISSIONER_OFFICER), Action.SEE_ITEM, complaint))
                .isEqualTo(new Verdict.Allowed(List.of(Role.COMMISSIONER_OFFICER)));
    }

    @Test
    void nobodyOfAnotherBodyActsForTheCommissioner() {
        Person intruder = person(Role.COMMISSIONER_OFFICER).of(Set.of("MIA"));
        Person ofAUnit = new Person(ME, Set.of(Role.COMMISSIONER_OFFICER), Set.of(OWN), Set.of());
        Person ofNoKnownBody = new Person(ME, Set.of(Role.COMMISSIONER_OFFICER), Set.of(), Set.of());
        Person ofTheOffice =
                new Person(ME, Set.of(Role.COMMISSIONER_OFFICER), Set.of("COMMISSIONER"), Set.of("COMMISSIONER"));

        assertThat(Access.decide(ofNoKnownBody, Action.LIST_ALERTS, Matter.WHOLE))
                .isEqualTo(Verdict.NOT_THERE);
        assertThat(Access.decide(intruder, Action.LIST_ALERTS, Matter.WHOLE)).isEqualTo(Verdict.NOT_THERE);
        assertThat(Access.decide(ofAUnit, Action.LIST_ALERTS, Matter.WHOLE)).isEqualTo(Verdict.NOT_THERE);
        assertThat(Access.decide(ofTheOffice, Action.LIST_ALERTS, Matter.WHOLE)).isInstanceOf(Verdict.Allowed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TRIAGE_OFFICER", "HEAD_OF_UNIT", "SUPERVISING_PROSECUTOR"})
    void nobodyOfAnotherBodyWorksInTheCommissionersOwnUnit(Role role) {
        Person ofTheOffice = new Person(ME, Set.of(role), Set.of("COMMISSIONER"), Set.of("COMMISSIONER"));
        Person intruder = new Person(ME, Set.of(role), Set.of("COMMISSIONER", OWN), Set.of("PROS_KZ-75"));

        assertThat(Access.decide(ofTheOffice, Action.SEE_ITEM, complaint("COMMISSIONER", true)))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(Access.decide(intruder, Action.SEE_ITEM, complaint("COMMISSIONER", true)))
                .isEqualTo(Verdict.NOT_THERE);
        assertThat(Access.decide(intruder, Action.SEE_ITEM, complaint(OWN, false)))
                .isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void whoIsOfNoKnownBodyMayBeOfTheAccusedOne() {
        Person unknown = new Person(ME, Set.of(Role.HEAD_OF_UNIT), Set.of(OWN), Set.of());

        assertThat(Access.decide(unknown, Action.SEE_ITEM, complaint(OWN, false)))
                .isEqualTo(Verdict.NOT_THERE);
        assertThat(Access.sight(unknown, new QueueFacts(OWN, PROSECUTION))).isEqualTo(Sight.NOTHING);
    }

    @Test
    void aHeadWhoIsOfTwoBodiesSeesNoWholeQueue() {
        Person seconded = person(Role.HEAD_OF_UNIT).of(Set.of("MIA_DP_KZ-75"));

        assertThat(Access.sight(seconded, new QueueFacts(OWN, PROSECUTION))).isEqualTo(Sight.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "STATISTICIAN", "ADMINISTRATOR", "FACILITY_TERMINAL"})
    void aRoleWithoutContentBarsItsHolderWhateverElseTheyAre(Role blind) {
        for (Role other : Role.values()) {
            Person both = new Person(ME, EnumSet.of(blind, other), Set.of(OWN), Set.of("COMMISSIONER"));

            assertThat(Access.decide(both, Action.SEE_ITEM, complaint(OWN, true)))
                    .isEqualTo(Verdict.NOT_THERE);
            assertThat(Access.decide(both, Action.LIST_ALERTS, Matter.WHOLE)).isEqualTo(Verdict.NOT_THERE);
        }
    }

    @Test
    void nobodyOfABodyThatComplaintsMayBeAboutAuditsTheLogOfAll() {
        Person police = new Person(ME, Set.of(Role.AUDITOR), Set.of(), POLICE);
        Person ofAUnit = new Person(ME, Set.of(Role.AUDITOR), Set.of(OWN), Set.of());
        Person ofNoKnownBody = new Person(ME, Set.of(Role.AUDITOR), Set.of(), Set.of());
        Person ofTheOffice = new Person(ME, Set.of(Role.AUDITOR), Set.of(), Set.of("COMMISSIONER"));

        assertThat(Access.decide(police, Action.READ_LOG, Matter.WHOLE)).isEqualTo(Verdict.NOT_THERE);
        assertThat(Access.decide(ofAUnit, Action.READ_LOG, Matter.WHOLE)).isEqualTo(Verdict.NOT_THERE);
        assertThat(Access.decide(ofNoKnownBody, Action.READ_LOG, Matter.WHOLE)).isEqualTo(Verdict.NOT_THERE);
        assertThat(Access.decide(ofTheOffice, Action.READ_LOG, Matter.WHOLE)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void namesEveryRoleThatLetsSomebodyAndNoOther() {
        Person officer = new Person(
                ME,
                EnumSet.of(Role.HEAD_OF_UNIT, Role.COMMISSIONER_OFFICER, Role.INVESTIGATOR),
                Set.of("COMMISSIONER"),
                Set.of("COMMISSIONER"));

        assertThat(Access.decide(officer, Action.OPEN_ACCOUNT, complaint("COMMISSIONER", true)))
                .isEqualTo(new Verdict.Allowed(List.of(Role.HEAD_OF_UNIT, Role.COMMISSIONER_OFFICER)));
    }

    @Test
    void refusesToDecideAboutWhatTheActionIsNotAbout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Access.decide(person(Role.HEAD_OF_UNIT), Action.SEE_ITEM, Matter.WHOLE));
    }

    @Test
    void readsRolesAsProvidersWriteThem() {
        assertThat(Role.of("head-of-unit")).contains(Role.HEAD_OF_UNIT);
        assertThat(Role.of("HEAD_OF_UNIT")).contains(Role.HEAD_OF_UNIT);
        assertThat(Role.of("offline_access")).isEmpty();
    }

    @Test
    void hidesWhoIsBehindAPseudonymAndTellsProvidersApart() {
        String pseudonym = Person.pseudonym("https://id.example", "aigul@example.kz");

        assertThat(pseudonym)
                .doesNotContain("aigul")
                .isEqualTo(Person.pseudonym("https://id.example", "aigul@example.kz"));
        assertThat(pseudonym).isNotEqualTo(Person.pseudonym("https://other.example", "aigul@example.kz"));
    }

    private static Stream<Arguments> cells() {
        List<String[]> lines =
                TABLE.lines().map(line -> line.strip().split("\\s*\\|\\s*")).toList();
        String[] actions = lines.getFirst();
        return lines.stream()
                .skip(1)
                .flatMap(line -> Stream.iterate(1, column -> column + 1)
                        .limit(actions.length - 1L)
                        .map(column ->
                                Arguments.of(Role.valueOf(line[0]), Action.valueOf(actions[column]), line[column])));
    }

    /** Matters that tell the cells apart, each with the cells in which it may be allowed. */
    private static Map<Matter, String> matters(Action action) {
        Map<Matter, String> matters = new LinkedHashMap<>();
        matters.put(Matter.WHOLE, "X");
        matters.put(new QueueFacts(OWN, PROSECUTION), "uX");
        matters.put(new QueueFacts(FOREIGN, PROSECUTION), "X");
        matters.put(new ComplaintFacts(OWN, Optional.of(ME), POLICE, false), "auX");
        matters.put(new ComplaintFacts(FOREIGN, Optional.of(ME), POLICE, false), "X");
        matters.put(new ComplaintFacts(OWN, Optional.of("another"), POLICE, false), "uX");
        matters.put(complaint(OWN, false), "uX");
        matters.put(complaint(FOREIGN, false), "X");
        matters.put(complaint("COMMISSIONER", true), "hX");
        matters.keySet().removeIf(matter -> !action.about().isInstance(matter));
        return matters;
    }

    private static ComplaintFacts complaint(String unit, boolean held) {
        return new ComplaintFacts(unit, Optional.empty(), POLICE, held);
    }

    private static Person person(Role role) {
        return switch (role) {
            case COMMISSIONER_OFFICER, AUDITOR -> new Person(ME, Set.of(role), Set.of(), Set.of("COMMISSIONER"));
            default -> new Person(ME, Set.of(role), Set.of(OWN), Set.of("PROS_KZ-75"));
        };
    }
}
