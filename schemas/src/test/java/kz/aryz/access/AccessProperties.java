package kz.aryz.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for everybody and every complaint. */
class AccessProperties {

    private static final Set<String> BODIES = Set.of("MIA", "KNB", "PROSECUTOR", "PROS_KZ-75", "COMMISSIONER", "NPM");
    private static final Set<String> UNITS = Set.of("PROS.KZ-75", "PROS.KZ-71", "ANTIKOR.KZ-75", "COMMISSIONER");
    private static final Set<String> PEOPLE = Set.of("me", "another");

    @Property(tries = 5_000)
    void nobodyOfAnExcludedBodyIsEverAllowedButTheCommissionersOwn(
            @ForAll("people") Person person,
            @ForAll("complaints") ComplaintFacts complaint,
            @ForAll("actions") Action action) {
        Assume.that(!Set.of("COMMISSIONER").containsAll(person.bodies()));
        ComplaintFacts accusing = excluding(complaint, person.bodies());

        assertThat(Access.decide(person, action, accusing)).isEqualTo(Verdict.NOT_THERE);
    }

    @Property(tries = 5_000)
    void whatIsAllowedIsAllowedByARoleThatThePersonHas(
            @ForAll("people") Person person,
            @ForAll("complaints") ComplaintFacts complaint,
            @ForAll("actions") Action action) {

        if (Access.decide(person, action, complaint) instanceof Verdict.Allowed allowed) {
            assertThat(allowed.as()).isNotEmpty().isSubsetOf(person.roles());
            assertThat(Access.anywhere(person, action)).isTrue();
            assertThat(Access.decide(person, Action.SEE_ITEM, complaint)).isInstanceOf(Verdict.Allowed.class);
        }
    }

    @Property(tries = 5_000)
    void excludingOneMoreBodyNeverLetsAnybodyIn(
            @ForAll("people") Person person,
            @ForAll("complaints") ComplaintFacts complaint,
            @ForAll("bodies") Set<String> more,
            @ForAll("actions") Action action) {
        ComplaintFacts wider = excluding(complaint, more);

        if (Access.decide(person, action, wider) instanceof Verdict.Allowed allowed) {
            assertThat(Access.decide(person, action, complaint))
                    .isInstanceOfSatisfying(
                            Verdict.Allowed.class,
                            before -> assertThat(before.as()).containsAll(allowed.as()));
        }
    }

    /** A list shows exactly what could be seen one by one: whom something in the queue excludes, triage takes for no kin. */
    @Property(tries = 5_000)
    void aQueueShowsExactlyTheComplaintsThatThePersonMaySee(
            @ForAll("people") Person person,
            @ForAll("complaints") ComplaintFacts complaint,
            @ForAll("bodies") Set<String> kin) {
        QueueFacts queue = new QueueFacts(complaint.unit(), kin);
        Assume.that(complaint.excludedBodies().stream().noneMatch(kin::contains));
        Assume.that(kin.containsAll(person.bodies()));

        boolean shown = switch (Access.sight(person, queue)) {
            case NOTHING -> false;
            case ASSIGNED ->
                complaint.assignedTo().filter(person.pseudonym()::equals).isPresent();
            case ALL -> true;
        };

        assertThat(shown).isEqualTo(Access.decide(person, Action.SEE_ITEM, complaint) instanceof Verdict.Allowed);
    }

    /** Whoever belongs to other bodies than the unit's sees less in the list than one by one, never more. */
    @Property(tries = 5_000)
    void aQueueNeverShowsWhatThePersonMayNotSee(
            @ForAll("people") Person person,
            @ForAll("complaints") ComplaintFacts complaint,
            @ForAll("bodies") Set<String> kin) {
        Assume.that(complaint.excludedBodies().stream().noneMatch(kin::contains));

        if (Access.sight(person, new QueueFacts(complaint.unit(), kin)) == Sight.ALL) {
            assertThat(Access.decide(person, Action.SEE_ITEM, complaint)).isInstanceOf(Verdict.Allowed.class);
        }
    }

    @Provide
    Arbitrary<Person> people() {
        return Combinators.combine(
                        Arbitraries.of(PEOPLE),
                        Arbitraries.of(Role.class).set().ofMaxSize(3),
                        Arbitraries.of(UNITS).set().ofMaxSize(2),
                        Arbitraries.of(BODIES).set().ofMaxSize(2))
                .as(Person::new);
    }

    @Provide
    Arbitrary<ComplaintFacts> complaints() {
        return Combinators.combine(
                        Arbitraries.of(UNITS),
                        Arbitraries.of(PEOPLE).optional(),
                        Arbitraries.of(BODIES).set().ofMaxSize(3),
                        Arbitraries.of(true, false))
                .as((unit, assigned, excluded, held) -> new ComplaintFacts(unit, assigned, excluded, held));
    }

    @Provide
    Arbitrary<Set<String>> bodies() {
        return Arbitraries.of(BODIES).set().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Action> actions() {
        return Arbitraries.of(Action.class).filter(action -> action.about() == ComplaintFacts.class);
    }

    private static ComplaintFacts excluding(ComplaintFacts complaint, Set<String> more) {
        Set<String> excluded = new HashSet<>(complaint.excludedBodies());
        excluded.addAll(more);
        return new ComplaintFacts(complaint.unit(), complaint.assignedTo(), excluded, complaint.held());
    }
}
