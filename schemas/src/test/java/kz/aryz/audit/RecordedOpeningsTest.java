package kz.aryz.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.aryz.access.ComplaintFacts;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.IdentitySection;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.PersonIdentity;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Raised;
import kz.aryz.schema.SectionOpened;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Disclosure;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Opening;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedOpeningsTest {

    private static final String COMPLAINT = "0c7e2f4a-5a0e-8b3c-9f21-6b1f8f0a1c2d";
    private static final String UNIT = "PROS.KZ-75";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private final Keysets keysets = Keysets.generate();
    private final List<String> order = new ArrayList<>();
    private final NotedProducer<AccessEvent> accesses = new NotedProducer<>(true);
    private final NotedProducer<WrappedKey> keys = new NotedProducer<>(true);
    private final NotedProducer<Obligation> obligations = new NotedProducer<>(true);
    private final SealedSection sealed = keysets.sealer(CLOCK)
            .seal(
                    COMPLAINT,
                    Section.IDENTITY,
                    IdentitySection.newBuilder()
                            .setComplainant(PersonIdentity.newBuilder()
                                    .setFullName("Жанна Сарсенова")
                                    .build())
                            .build(),
                    Set.of(Recipient.COMMISSIONER));

    @Test
    void theRecordIsAcknowledgedBeforeAnythingIsOpen() throws Exception {
        Reading<IdentitySection> reading = permit(officer()).open(List.of(part()), reason("звонить только сестре"));

        assertThat(parts(reading)).singleElement().isInstanceOf(Opening.Opened.class);
        assertThat(order).containsExactly(Topics.KEYS.name(), Topics.ACCESSES.name());
        assertThat(accesses.history()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(COMPLAINT);
            assertThat(record.partition()).isEqualTo(Topics.ACCESSES.partition(COMPLAINT));
            AccessEvent event = record.value();
            assertThat(event.getHeader().getActorRef()).isEqualTo("somebody");
            assertThat(event.getHeader().getRecordedAt()).isEqualTo(CLOCK.instant());
            SectionOpened opened = event.getOpened();
            assertThat(opened.getSection()).isEqualTo("identity");
            assertThat(opened.getKeyRefs()).containsExactly(sealed.sealed().getKeyRef());
            assertThat(opened.getRole()).isEqualTo("commissioner-officer");
            assertThat(opened.getPurpose()).isEqualTo("PROTECTION");
            assertThat(opened.getBreakGlass()).isFalse();
            assertThat(opened.getNote().getKeyRef())
                    .isEqualTo(keys.history().getFirst().key());
        });
    }

    @Test
    void whatCannotBePutOnRecordStaysClosed() throws Exception {
        NotedProducer<AccessEvent> silent = new NotedProducer<>(false);
        RecordedOpenings.Permit<IdentitySection> permit = openings(silent, keys)
                .permit(officer(), held(), Section.IDENTITY)
                .orElseThrow();

        silent.sendException = new TimeoutException("no broker");
        Reading<IdentitySection> reading = permit.open(List.of(part()), reason(""));

        assertThat(reading).isInstanceOf(Reading.NotOnRecord.class);
    }

    static Stream<ApiException> refusals() {
        return Stream.of(
                new TimeoutException("not acknowledged"),
                new InvalidTimestampException("of a clock that is an hour off"),
                new InvalidRecordException("likewise, with others in the batch"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalOfTheBrokersIsNoRecordEither(ApiException refusal) throws Exception {
        NotedProducer<AccessEvent> refusing = new NotedProducer<>(true);
        refusing.refusal = refusal;

        Reading<IdentitySection> reading = openings(refusing, keys)
                .permit(officer(), held(), Section.IDENTITY)
                .orElseThrow()
                .open(List.of(part()), reason(""));

        assertThat(reading).isInstanceOf(Reading.NotOnRecord.class);
    }

    @Test
    void aNoteWhoseKeyIsNotSafeIsNotPutOnRecordAndNothingIsOpened() throws Exception {
        NotedProducer<WrappedKey> refusing = new NotedProducer<>(true);
        refusing.refusal = new TimeoutException("not acknowledged");

        Reading<IdentitySection> reading = openings(accesses, refusing)
                .permit(officer(), held(), Section.IDENTITY)
                .orElseThrow()
                .open(List.of(part()), reason("заметка"));

        assertThat(reading).isInstanceOf(Reading.NotOnRecord.class);
        assertThat(accesses.history()).isEmpty();
    }

    @Test
    void aBlankNoteIsNone() throws Exception {
        permit(officer()).open(List.of(part()), reason("  "));

        assertThat(accesses.history().getFirst().value().getOpened().getNote()).isNull();
        assertThat(keys.history()).isEmpty();
    }

    @Test
    void whatCannotBeUnsealedIsOnRecordAllTheSame() throws Exception {
        Reading<IdentitySection> reading =
                permit(officer()).open(List.of(new SealedPart(sealed.sealed(), null)), reason(""));

        assertThat(reading).isEqualTo(new Reading.Opened<>(List.of(new Opening.Refused<>(Opening.Code.NO_KEY))));
        assertThat(accesses.history()).hasSize(1);
    }

    /** Whoever may read what no unit has. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheCommissionersOfficersReadWhatNoUnitHas(Role role) {
        boolean may = role == Role.COMMISSIONER_OFFICER;

        assertThat(openings(accesses, keys)
                        .permit(person(role, may ? "COMMISSIONER" : "PROSECUTOR"), held(), Section.IDENTITY))
                .matches(permit -> permit.isPresent() == may);
        assertThat(openings(accesses, keys)
                        .permit(person(role, may ? "COMMISSIONER" : "PROSECUTOR"), held(), Section.ACCOUNT))
                .matches(permit -> permit.isPresent() == may);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheCommissionersOfficersReadWhatStaffSaidWhoeverHasTheComplaint(Role role) {
        boolean may = role == Role.COMMISSIONER_OFFICER;
        Person person = person(role, may ? "COMMISSIONER" : "PROSECUTOR");

        for (Subject subject : List.of(held(), routed(ConsentValue.GIVEN), routed(ConsentValue.REFUSED))) {
            assertThat(openings(accesses, keys).permit(person, subject, Section.NOTE))
                    .matches(permit -> permit.isPresent() == may);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TRIAGE_OFFICER", "INVESTIGATOR", "HEAD_OF_UNIT", "SUPERVISING_PROSECUTOR"})
    void theyReadItWhateverElseTheyAreInTheirOwnUnit(Role other) throws Exception {
        Person both = new Person(
                "somebody", Set.of(other, Role.COMMISSIONER_OFFICER), Set.of("COMMISSIONER"), Set.of("COMMISSIONER"));
        Subject theirs = subject(
                new ComplaintFacts("COMMISSIONER", Optional.of("somebody"), Set.of(), true), ConsentValue.REFUSED);

        assertThat(openings(accesses, keys).permit(both, theirs, Section.ACCOUNT))
                .isPresent();
        openings(accesses, keys)
                .permit(both, theirs, Section.IDENTITY)
                .orElseThrow()
                .open(List.of(part()), reason(""));

        assertThat(accesses.history().getFirst().value().getOpened().getRole()).isEqualTo("commissioner-officer");
    }

    @Test
    void theyReadNothingThatAUnitHas() {
        assertThat(openings(accesses, keys).permit(officer(), routed(ConsentValue.GIVEN), Section.ACCOUNT))
                .isEmpty();
    }

    /** Whoever of a unit may read an account reads it only where consent lets the unit. */
    @ParameterizedTest
    @EnumSource(ConsentValue.class)
    void aUnitReadsWhatConsentLetsIt(ConsentValue consent) {
        assertThat(openings(accesses, keys)
                        .permit(person(Role.HEAD_OF_UNIT, "PROSECUTOR"), routed(consent), Section.ACCOUNT))
                .matches(permit -> permit.isPresent() == (consent == ConsentValue.GIVEN));
    }

    /** Whoever of a unit may watch over its complaints, and consent given: the rest is for nobody, emergency or not. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void inAnEmergencyWhoWatchesOverAUnitReadsWhoIsConcerned(Role role) {
        Set<Role> may = Set.of(Role.TRIAGE_OFFICER, Role.HEAD_OF_UNIT, Role.SUPERVISING_PROSECUTOR);
        Person person = person(role, role == Role.COMMISSIONER_OFFICER ? "COMMISSIONER" : "PROSECUTOR");

        for (ConsentValue consent : ConsentValue.values()) {
            assertThat(openings(accesses, keys).breakGlass(person, routed(consent), known()))
                    .as("consent %s", consent)
                    .matches(permit -> permit.isPresent() == (consent == ConsentValue.GIVEN && may.contains(role)));
        }
        assertThat(openings(accesses, keys).breakGlass(person, held(), known())).isEmpty();
    }

    @Test
    void noEmergencyGoesPastABodyThatTheComplaintExcludesOrAnotherUnit() {
        RecordedOpenings openings = openings(accesses, keys);
        Person elsewhere =
                new Person("somebody", Set.of(Role.HEAD_OF_UNIT), Set.of("PROS.KZ-71"), Set.of("PROSECUTOR"));

        assertThat(openings.breakGlass(person(Role.HEAD_OF_UNIT, "MIA"), routed(ConsentValue.GIVEN), known()))
                .isEmpty();
        assertThat(openings.breakGlass(elsewhere, routed(ConsentValue.GIVEN), known()))
                .isEmpty();
    }

    @Test
    void whoMayReadItAnywayNeedsNoEmergency() {
        Person both = new Person(
                "somebody", Set.of(Role.HEAD_OF_UNIT, Role.INVESTIGATOR), Set.of(UNIT), Set.of("PROSECUTOR"));
        Subject theirs =
                subject(new ComplaintFacts(UNIT, Optional.of("somebody"), Set.of("MIA"), false), ConsentValue.GIVEN);

        assertThat(openings(accesses, keys).breakGlass(both, theirs, known())).isEmpty();
        assertThat(openings(accesses, keys).permit(both, theirs, Section.IDENTITY))
                .isPresent();
    }

    @Test
    void theCommissionersDutyIsAcknowledgedBeforeTheRecordAndTheRecordBeforeAnythingIsOpen() throws Exception {
        emergency().open(List.of(part()), reason("он без сознания"));

        assertThat(order).containsExactly(Topics.OBLIGATIONS.name(), Topics.KEYS.name(), Topics.ACCESSES.name());
        assertThat(accesses.history().getFirst().value().getOpened().getBreakGlass())
                .isTrue();
        assertThat(obligations.history()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(record.value().getObligationId());
            assertThat(record.partition()).isEqualTo(Topics.OBLIGATIONS.partition(COMPLAINT));
            assertThat(record.value().getRaised().getAddressee()).isEqualTo("COMMISSIONER");
            assertThat(record.value().getRaised().getReason()).isEqualTo(ObligationReason.BREAK_GLASS);
            assertThat(record.value().getRaised().getComplaintNumber()).isEqualTo("7KQM-2F9R-D0XW-H");
            assertThat(record.value().getHeader().getActorRef()).isEqualTo("somebody");
        });
    }

    @Test
    void whereTheCommissionerCannotBeToldNothingIsOpenedNorSaidToBe() throws Exception {
        obligations.refusal = new TimeoutException("not acknowledged");

        Reading<IdentitySection> reading = emergency().open(List.of(part()), reason("он без сознания"));

        assertThat(reading).isInstanceOf(Reading.NotOnRecord.class);
        assertThat(accesses.history()).isEmpty();
    }

    @Test
    void anEmergencyThatIsRepeatedIsTheSameDutyAndTwoRecords() throws Exception {
        emergency().open(List.of(part()), reason("он без сознания"));
        emergency().open(List.of(part()), reason("он без сознания"));

        assertThat(obligations.history().stream().map(ProducerRecord::key).distinct())
                .hasSize(1);
        assertThat(accesses.history()).hasSize(2);
    }

    @Test
    void anEmergencyThatNothingIsSaidAboutIsNone() {
        assertThatThrownBy(() -> emergency().open(List.of(part()), reason(" ")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(obligations.history()).isEmpty();
    }

    @Test
    void whatStaffAreCalledIsNothingThatARoleOpens() {
        RecordedOpenings openings = openings(accesses, keys);

        assertThatThrownBy(() -> openings.permit(officer(), held(), Section.STAFF_NAME))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReasonDoesNotTellItsNote() {
        assertThat(reason("тайна")).hasToString("Reason[PROTECTION]");
    }

    private RecordedOpenings.Permit<IdentitySection> permit(Person person) {
        return openings(accesses, keys).permit(person, held(), Section.IDENTITY).orElseThrow();
    }

    private RecordedOpenings.Permit<IdentitySection> emergency() {
        return openings(accesses, keys)
                .breakGlass(person(Role.HEAD_OF_UNIT, "PROSECUTOR"), routed(ConsentValue.GIVEN), known())
                .orElseThrow();
    }

    private static Raised known() {
        return Raised.newBuilder()
                .setComplaintId(COMPLAINT)
                .setComplaintNumber("7KQM-2F9R-D0XW-H")
                .setAddressee("")
                .build();
    }

    private RecordedOpenings openings(NotedProducer<AccessEvent> log, NotedProducer<WrappedKey> noteKeys) {
        return new RecordedOpenings(
                "notifier",
                keysets.opener(Recipient.COMMISSIONER),
                new AccessLog(log, noteKeys, keysets.sealer(CLOCK), CLOCK),
                new EmergencyAlarm(obligations, CLOCK));
    }

    private static List<Opening<IdentitySection>> parts(Reading<IdentitySection> reading) {
        return reading instanceof Reading.Opened<IdentitySection> opened ? opened.parts() : List.of();
    }

    private SealedPart part() {
        return new SealedPart(sealed.sealed(), sealed.key());
    }

    private static Reason reason(String note) {
        return new Reason(Purpose.PROTECTION, Optional.of(note));
    }

    private static Subject held() {
        return subject(new ComplaintFacts("COMMISSIONER", Optional.empty(), Set.of(), true), ConsentValue.REFUSED);
    }

    private static Subject routed(ConsentValue consent) {
        return subject(new ComplaintFacts(UNIT, Optional.empty(), Set.of("MIA"), false), consent);
    }

    private static Subject subject(ComplaintFacts facts, ConsentValue consent) {
        return new Subject(COMPLAINT, "7KQM-2F9R-D0XW-H", facts, Disclosure.of(consent, Priority.P1, false));
    }

    private static Person officer() {
        return person(Role.COMMISSIONER_OFFICER, "COMMISSIONER");
    }

    private static Person person(Role role, String body) {
        Set<String> units = role == Role.COMMISSIONER_OFFICER ? Set.of() : Set.of(UNIT);
        return new Person("somebody", Set.of(role), units, Set.of(body));
    }

    /** Says in which order records were acknowledged. */
    private final class NotedProducer<V> extends MockProducer<String, V> {

        private @Nullable RuntimeException refusal;

        NotedProducer(boolean acknowledges) {
            super(acknowledges, null, new StringSerializer(), (topic, value) -> new byte[0]);
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, V> record) {
            if (refusal != null) {
                return CompletableFuture.failedFuture(refusal);
            }
            Future<RecordMetadata> sent = super.send(record);
            order.add(record.topic());
            return sent;
        }
    }
}
