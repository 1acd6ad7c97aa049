package kz.aryz.notifier.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFiles;
import kz.aryz.reference.ReferenceFiles.Reading;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import org.junit.jupiter.api.Test;

/** With consent, a complaint is its unit's alone for as long as that one may have it. */
class HeldTodayTest {

    private static final Reference REFERENCE = ((Reading.Complete) ReferenceFiles.bundled()).reference();
    private static final Person OFFICER =
            new Person("officer", Set.of(Role.COMMISSIONER_OFFICER), Set.of(), Set.of("COMMISSIONER"));

    @Test
    void whatAUnitThatIsNoneTodayLeftBehindTheOfficersOpenAndGiveAway() {
        Dossier left = today("2026-06-01", dossier("PROS.KZ-99", "MIA"));
        Dossier standing = today("2026-06-01", dossier("PROS.KZ-75", "MIA"));

        assertThat(left.isTakenBack()).isTrue();
        assertThat(left.isReleased()).isFalse();
        assertThat(may(Action.OPEN_ACCOUNT, left)).isTrue();
        assertThat(may(Action.OPEN_IDENTITY, left)).isTrue();
        assertThat(may(Action.RELEASE_IDENTITY, left)).isTrue();
        assertThat(standing).isEqualTo(dossier("PROS.KZ-75", "MIA"));
        assertThat(may(Action.OPEN_ACCOUNT, standing)).isFalse();
    }

    /** On 30 June 2025 the anti-corruption service came under the KNB. */
    @Test
    void whatAccusesTheBodyThatItsUnitCameUnderIsTheCommissionersFromThatDay() {
        Dossier dossier = dossier("ANTIKOR.KZ-75", "KNB");

        assertThat(today("2025-06-29", dossier)).isEqualTo(dossier);
        assertThat(today("2025-06-30", dossier).isTakenBack()).isTrue();
    }

    @Test
    void theCommissionersOwnStaysAsItIs() {
        Dossier held = dossier("COMMISSIONER", "MIA");

        assertThat(today("2026-06-01", held)).isEqualTo(held);
        assertThat(held.isTakenBack()).isFalse();
    }

    @Test
    void withoutReferenceDataAllIsAsItWasDecided() {
        Dossier dossier = dossier("PROS.KZ-99", "MIA");
        HeldToday today = new HeldToday(id -> new Lookup.Found(dossier), Optional::empty, Clock.systemUTC());

        assertThat(today.apply("c1")).isEqualTo(new Lookup.Found(dossier));
    }

    private static boolean may(Action action, Dossier dossier) {
        return Access.decide(OFFICER, action, dossier.subject().facts()) instanceof Verdict.Allowed;
    }

    private static Dossier today(String day, Dossier dossier) {
        Clock clock = Clock.fixed(Instant.parse(day + "T06:00:00Z"), ZoneOffset.UTC);
        HeldToday today = new HeldToday(id -> new Lookup.Found(dossier), () -> Optional.of(REFERENCE), clock);
        return ((Lookup.Found) today.apply("c1")).dossier();
    }

    private static Dossier dossier(String unit, String excluded) {
        String at = "2025-01-01T06:00:00Z";
        return new Dossier(
                "c1",
                "7KQM-2F9R-D0XW-H",
                at,
                "WEB_FORM",
                "ru",
                ConsentValue.GIVEN,
                "A",
                Priority.P1,
                new Dossier.Owner(unit, unit.replace('.', '_'), Set.of(excluded), null, null, null, at, null),
                new Dossier.Release(unit, 7, at, "LEGAL_DUTY"),
                3,
                true,
                false,
                Map.of());
    }
}
