package kz.aryz.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Access;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.access.Verdict;
import kz.aryz.dossier.Dossier;
import kz.aryz.dossier.Lookup;
import kz.aryz.dossier.opening.Readership;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.Proof;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import kz.aryz.triage.assignment.Holding;
import kz.aryz.triage.decision.Complaints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeskReadershipTest {

    private final QueueSight sight = new QueueSight(() -> Optional.of(Complaints.REFERENCE), Clock.systemUTC());
    private final DeskReadership readership = new DeskReadership(
            unasked -> new Lookup.Unanswered(),
            new DeskQueues(new Gathering<>(List::of, 1, Duration.ofSeconds(1))),
            sight);

    @ParameterizedTest
    @CsvSource({
        "PROS.KZ-75,      , PROS.KZ-75,      , true",
        "PROS.KZ-75, aigul, PROS.KZ-75, aigul, true",
        "PROS.KZ-75, aigul, PROS.KZ-75, serik, false",
        "PROS.KZ-75, aigul, PROS.KZ-75,      , false",
        "PROS.KZ-75,      , PROS.KZ-75, aigul, false",
        "PROS.KZ-75,      , PROS.KZ-71,      , false",
        "PROS.KZ-75,      ,           ,      , false",
        "          ,      , PROS.KZ-75,      , false",
        "          ,      ,           ,      , true",
    })
    void aComplaintIsThereWhileDossierAndRegisterSayAlikeWhoseItIs(
            @Nullable String owner,
            @Nullable String assignee,
            @Nullable String unit,
            @Nullable String holder,
            boolean there) {
        Lookup found = new Lookup.Found(dossier(owner, assignee));

        Lookup agreed = DeskReadership.agreed(
                found, Optional.ofNullable(unit).map(code -> new Holding(code, holder, 4, Set.of())));

        assertThat(agreed).isEqualTo(there ? found : new Lookup.Unknown());
    }

    @Test
    void whatHasNoDossierIsNotThereWhateverTheRegisterSays() {
        assertThat(DeskReadership.agreed(new Lookup.Unknown(), Optional.of(Holding.ofNobody("PROS.KZ-75"))))
                .isEqualTo(new Lookup.Unknown());
        assertThat(DeskReadership.agreed(new Lookup.Unanswered(), Optional.empty()))
                .isEqualTo(new Lookup.Unanswered());
    }

    /** Whoever would find it in a list finds it on its page, and nobody else does. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void aComplaintIsThereForWhomTheListOfItsQueueShowsIt(Role role) {
        for (String unit : List.of("PROS.KZ-75", "PROS.KZ-71", "COMMISSIONER")) {
            for (Set<String> bodies : List.of(Set.<String>of(), Set.of("MIA"), Set.of("COMMISSIONER"))) {
                for (String assignee : Arrays.asList("me", "another", null)) {
                    Person person = new Person("me", Set.of(role), Set.of(unit), bodies);

                    assertThat(isThere(person, assignee))
                            .as("%s of %s and %s, assigned to %s", role, unit, bodies, assignee)
                            .isEqualTo(isListed(person, assignee));
                }
            }
        }
    }

    private boolean isThere(Person person, @Nullable String assignee) {
        Dossier dossier = dossier("PROS.KZ-75", assignee);
        Readership.Reader reader = readership.reader(person);
        return reader.sees().test(dossier)
                && Access.decide(
                                reader.person(),
                                Action.SEE_ITEM,
                                dossier.subject().facts())
                        instanceof Verdict.Allowed;
    }

    private boolean isListed(Person person, @Nullable String assignee) {
        return switch (sight.of(new Caller.Program(person, "", new Proof("", Instant.EPOCH)), "PROS.KZ-75")) {
            case NOTHING -> false;
            case ASSIGNED -> "me".equals(assignee);
            case ALL -> true;
        };
    }

    private static Dossier dossier(@Nullable String unit, @Nullable String assignee) {
        return new Dossier(
                "complaint",
                "7KQM-2F9R-D0XW-H",
                "2022-01-05T09:05:00Z",
                "WEB_FORM",
                "KAZAKH",
                ConsentValue.GIVEN,
                "A",
                Priority.P1,
                unit == null
                        ? null
                        : new Dossier.Owner(
                                unit, "PROSECUTOR", Set.of("MIA"), null, null, assignee, "2022-01-05T09:05:00Z", null),
                null,
                2,
                true,
                false,
                Map.of());
    }
}
