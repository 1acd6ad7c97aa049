package kz.aryz.triage.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Action;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.command.Refusal;
import kz.aryz.reference.Reference;
import kz.aryz.reference.Table;
import kz.aryz.schema.InvestigatorUnit;
import kz.aryz.triage.assignment.Affiliation;
import kz.aryz.triage.assignment.Ruling;
import kz.aryz.triage.decision.Complaints;
import kz.aryz.triage.register.CaseFile;
import org.junit.jupiter.api.Test;

/** With consent, a complaint is its unit's alone for as long as that one may have it. */
class CustodyTest {

    private static final LocalDate LAST = LocalDate.of(2025, 6, 29);
    private static final String UNIT = "ANTIKOR.KZ-75";
    private static final String OTHER = "PROS.KZ-75";

    @Test
    void whatAUnitThatIsNoMoreLeftBehindTheCommissionerGivesToAnother() {
        CaseFile file = file(List.of("MIA"));
        Reference ended = ended();

        assertThat(release(file, new Affiliation(ended, LAST))).isEqualTo(new Ruling.Refused(Refusal.NOT_THERE));
        assertThat(release(file, new Affiliation(ended, LAST.plusDays(1)))).isEqualTo(new Ruling.Accepted());
    }

    /** On 30 June 2025 the anti-corruption service came under the KNB. */
    @Test
    void whatAccusesTheBodyThatItsUnitCameUnderTheCommissionerGivesToAnother() {
        CaseFile file = file(List.of("KNB"));

        assertThat(release(file, new Affiliation(Complaints.REFERENCE, LAST)))
                .isEqualTo(new Ruling.Refused(Refusal.NOT_THERE));
        assertThat(release(file, new Affiliation(Complaints.REFERENCE, LAST.plusDays(1))))
                .isEqualTo(new Ruling.Accepted());
    }

    @Test
    void whatWasReleasedToAUnitThatIsNoMoreIsReleasedToNobody() {
        CaseFile file = CaseFile.newBuilder(file(List.of("MIA")))
                .setTransmitToProsecutor("REFUSED")
                .setReleasedTo(UNIT)
                .build();

        Custody custody = Custody.of(file, new Affiliation(ended(), LAST.plusDays(1)));

        assertThat(custody.isWithUnit()).isFalse();
        assertThat(custody.isReleased()).isFalse();
    }

    private static Ruling release(CaseFile file, Affiliation affiliation) {
        Person officer = new Person("officer", Set.of(Role.COMMISSIONER_OFFICER), Set.of(), Set.of("COMMISSIONER"));
        return new Releasing(affiliation, unit -> true)
                .decide(
                        new Asked(officer, Action.RELEASE_IDENTITY, OTHER, file.getLastSeq()),
                        Optional.of(Custody.of(file, affiliation)));
    }

    private static Reference ended() {
        List<InvestigatorUnit> units = Complaints.TABLES.rows(Table.UNITS).stream()
                .filter(unit -> !unit.getCode().equals(UNIT) || unit.getValidTo() != null)
                .toList();
        return new Reference("ended", Complaints.TABLES.with(Table.UNITS, units));
    }

    private static CaseFile file(List<String> excluded) {
        return CaseFile.newBuilder()
                .setLastSeq(3)
                .setLastEventId("e3")
                .setLastHash(ByteBuffer.allocate(32))
                .setOpened(true)
                .setUnit(UNIT)
                .setIndexKey("")
                .setExcludedBodies(excluded)
                .setTransmitToProsecutor("GIVEN")
                .build();
    }
}
