package kz.aryz.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.Priority;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Disclosure;
import kz.aryz.sealing.Keysets;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordedReleasesTest {

    private static final String COMPLAINT = "0c7e2f4a-5a0e-8b3c-9f21-6b1f8f0a1c2d";
    private static final String UNIT = "PROS.KZ-75";
    private static final List<String> KEYS = List.of(COMPLAINT + "/identity/k1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final MockProducer<String, AccessEvent> accesses =
            new MockProducer<>(true, null, new StringSerializer(), serdes.serializer(Topics.ACCESSES));
    private final MockProducer<String, WrappedKey> keys =
            new MockProducer<>(true, null, new StringSerializer(), serdes.serializer(Topics.KEYS));
    private final RecordedReleases releases = new RecordedReleases(
            "notifier", new AccessLog(accesses, keys, Keysets.generate().sealer(CLOCK), CLOCK));

    @Test
    void aReleaseIsOnRecordWithWhoAndWhyAndTheNoteSealed() throws Exception {
        boolean recorded = permit().record(UNIT, "OTHER", KEYS, Optional.of("звонила сестра"));

        assertThat(recorded).isTrue();
        assertThat(keys.history()).hasSize(1);
        assertThat(accesses.history()).singleElement().satisfies(record -> {
            AccessEvent event = record.value();
            assertThat(record.key()).isEqualTo(COMPLAINT);
            assertThat(event.getKind()).isEqualTo(AccessEventKind.RELEASED);
            assertThat(event.getHeader().getActorRef()).isEqualTo("somebody");
            assertThat(event.getHeader().getActorBody()).isEqualTo("COMMISSIONER");
            assertThat(event.getReleased().getUnit()).isEqualTo(UNIT);
            assertThat(event.getReleased().getReasonCode()).isEqualTo("OTHER");
            assertThat(event.getReleased().getKeyRefs()).isEqualTo(KEYS);
            assertThat(event.getReleased().getRole()).isEqualTo("commissioner-officer");
            assertThat(event.getReleased().getNote().getRecipients()).containsExactly("COMMISSIONER");
            assertThat(event.getOpened()).isNull();
        });
    }

    @Test
    void whatCannotBePutOnRecordIsSaidToBeNone() throws Exception {
        accesses.sendException = new TimeoutException("no broker");

        assertThat(permit().record(UNIT, "LEGAL_DUTY", KEYS, Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnOfficerOfTheCommissionersReleases(Role role) {
        assertThat(releases.permit(person(role), subject(true)).isPresent())
                .isEqualTo(role == Role.COMMISSIONER_OFFICER);
        assertThat(releases.permit(person(role), subject(false))).isEmpty();
    }

    private RecordedReleases.Permit permit() {
        return releases.permit(person(Role.COMMISSIONER_OFFICER), subject(true)).orElseThrow();
    }

    private static Person person(Role role) {
        return new Person("somebody", Set.of(role), Set.of("COMMISSIONER"), Set.of("COMMISSIONER"));
    }

    private static Subject subject(boolean held) {
        return new Subject(
                COMPLAINT,
                "7KQM-2F9R-D0XW-H",
                new ComplaintFacts("COMMISSIONER", Optional.empty(), Set.of(), held),
                Disclosure.of(ConsentValue.REFUSED, Priority.P1, false));
    }
}
