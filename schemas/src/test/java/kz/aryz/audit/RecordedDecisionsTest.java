package kz.aryz.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Keysets;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RecordedDecisionsTest {

    private static final String COMPLAINT = "0c7e2f4a-5a0e-8b3c-9f21-6b1f8f0a1c2d";
    private static final String OFFICE = "COMMISSIONER";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final RecordedDecisions.Approval APPROVAL =
            new RecordedDecisions.Approval(Set.of("identity"), "COURT_ORDER", Optional.of("2-17/2026"));
    private static final RecordedDecisions.Hold HOLD =
            new RecordedDecisions.Hold(true, "COURT_PROCEEDINGS", Optional.empty());

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final MockProducer<String, AccessEvent> accesses =
            new MockProducer<>(true, null, new StringSerializer(), serdes.serializer(Topics.ACCESSES));
    private final MockProducer<String, WrappedKey> keys =
            new MockProducer<>(true, null, new StringSerializer(), serdes.serializer(Topics.KEYS));
    private final RecordedDecisions decisions = new RecordedDecisions(
            "notifier", new AccessLog(accesses, keys, Keysets.generate().sealer(CLOCK), CLOCK));

    @Test
    void whatAnOfficerDecidesIsTheCommissionersWhateverElseTheyAre() throws Exception {
        Person both = person(Role.SUPERVISING_PROSECUTOR, Role.COMMISSIONER_OFFICER);

        decisions.approve(both, COMPLAINT, complaint(OFFICE), APPROVAL);
        decisions.hold(both, COMPLAINT, complaint(OFFICE), HOLD);

        assertThat(accesses.history())
                .satisfiesExactly(
                        approval -> assertThat(approval.value()
                                        .getDestructionApproved()
                                        .getRole())
                                .isEqualTo("commissioner-officer"),
                        hold -> assertThat(hold.value().getLegalHold().getRole())
                                .isEqualTo("commissioner-officer"));
    }

    @Test
    void whoIsNoOfficerDecidesByTheRoleThatLetsThem() throws Exception {
        decisions.hold(person(Role.HEAD_OF_UNIT, Role.SUPERVISING_PROSECUTOR), COMPLAINT, complaint(OFFICE), HOLD);

        assertThat(accesses.history().getFirst().value().getLegalHold().getRole())
                .isEqualTo("supervising-prosecutor");
    }

    @Test
    void whoMayNotPutsNothingOnRecord() throws Exception {
        Recording recording =
                decisions.hold(person(Role.SUPERVISING_PROSECUTOR), COMPLAINT, complaint("PROS.KZ-75"), HOLD);

        assertThat(recording).isEqualTo(new Recording.NotThere());
        assertThat(accesses.history()).isEmpty();
    }

    @Test
    void whatCannotBePutOnRecordIsSaidNotToBe() throws Exception {
        accesses.sendException = new TimeoutException("no broker");

        assertThat(decisions.approve(person(Role.COMMISSIONER_OFFICER), COMPLAINT, complaint(OFFICE), APPROVAL))
                .isEqualTo(new Recording.NotOnRecord());
    }

    private static Person person(Role... roles) {
        return new Person("somebody", Set.of(roles), Set.of(OFFICE), Set.of(OFFICE));
    }

    private static ComplaintFacts complaint(String unit) {
        return new ComplaintFacts(unit, Optional.empty(), Set.of("MIA"), unit.equals(OFFICE));
    }
}
