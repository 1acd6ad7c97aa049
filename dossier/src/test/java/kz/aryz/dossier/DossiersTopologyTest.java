package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import kz.aryz.dossier.state.StoredHead;
import kz.aryz.dossier.state.StoredPlace;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.deadletter.FailedProcessingHandler;
import kz.aryz.runtime.deadletter.MalformedInputHandler;
import kz.aryz.schema.AccessEvent;
import kz.aryz.schema.AccessEventKind;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Assigned;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.KeyWrap;
import kz.aryz.schema.Priority;
import kz.aryz.schema.Released;
import kz.aryz.schema.Routed;
import kz.aryz.schema.SectionOpened;
import kz.aryz.schema.Submission;
import kz.aryz.schema.SubmissionKind;
import kz.aryz.schema.Triaged;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Disclosure.Reader;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.shredding.DestructionNote;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DossiersTopologyTest {

    private static final Instant NOW = Records.RECEIVED_AT;
    private static final String KEY = Records.COMPLAINT + "/identity/k1";

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final List<Integer> begun = new ArrayList<>();
    private final DossiersTopology topology = new DossiersTopology(properties(serdes), serdes, true, begun::add);
    private final TopologyTestDriver driver = driver();

    @AfterEach
    void close() {
        driver.close();
        serdes.close();
    }

    /** A change here reaches stores that are in use: docs/upgrade.md says what is safe. */
    @ParameterizedTest
    @CsvSource({"true, expected_dossiers.txt", "false, expected_dossiers_without_openings.txt"})
    void isTheTopologyThatRunningGroupsKnow(boolean openings, String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(DossiersTopologyTest.class.getResourceAsStream(name))) {
            String expected = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();

            String actual = new DossiersTopology(properties(serdes), serdes, openings, begun::add)
                    .get()
                    .describe()
                    .toString();

            assertThat(actual.strip()).isEqualToNormalizingNewlines(expected);
        }
    }

    @Test
    void saysWhichPartitionItBeginsWith() {
        assertThat(begun).containsExactly(0);
    }

    @Test
    void whatNobodyHasDecidedTheCommissionerHolds() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));

        Dossier dossier = dossier();

        assertThat(dossier.complaintNumber()).isEqualTo(Records.NUMBER);
        assertThat(dossier.isHeld()).isTrue();
        assertThat(dossier.subject().facts().held()).isTrue();
        assertThat(places(Trail.SUBMISSIONS)).containsExactly(0L);
    }

    @Test
    void whatLiesInTheCommissionersQueueTheCommissionerHolds() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("COMMISSIONER", "COMMISSIONER"));

        assertThat(dossier().isHeld()).isTrue();
    }

    @Test
    void whatAUnitHasIsTheUnitsUntilAnotherHasIt() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, consented());
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, triaged());
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("COMMISSIONER", "COMMISSIONER"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-75", "PROSECUTOR"));

        Dossier dossier = dossier();

        assertThat(dossier.isHeld()).isFalse();
        assertThat(dossier.subject().facts().unit()).isEqualTo("PROS.KZ-75");
        assertThat(dossier.subject().facts().excludedBodies()).containsExactly("MIA");
        assertThat(dossier.allegationClass()).isEqualTo("A");
        assertThat(dossier.priority()).isEqualTo(Priority.P1);
    }

    @Test
    void whoeverOfTheUnitWorksOnItIsKnownUntilItIsAnothersOrAnotherUnitHasIt() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-75", "PROSECUTOR"));
        Optional<String> atFirst = dossier().subject().facts().assignedTo();
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, assigned("PROS.KZ-75", "aigul"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, assigned("PROS.KZ-75", "serik"));
        Optional<String> assigned = dossier().subject().facts().assignedTo();
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-71", "PROSECUTOR"));

        assertThat(atFirst).isEmpty();
        assertThat(assigned).contains("serik");
        assertThat(dossier().subject().facts().assignedTo()).isEmpty();
    }

    @Test
    void whatBecameOfItLaterLeavesItToWhoWorksOnIt() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-75", "PROSECUTOR"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, assigned("PROS.KZ-75", "aigul"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, triaged());

        assertThat(dossier().subject().facts().assignedTo()).contains("aigul");
    }

    @Test
    void anAssignmentInAUnitThatDoesNotHaveItGivesItToNobody() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-75", "PROSECUTOR"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, assigned("PROS.KZ-71", "aigul"));

        assertThat(dossier().subject().facts().assignedTo()).isEmpty();
    }

    @Test
    void whatConsentKeepsFromTheUnitThatHasItTheCommissionerHolds() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-75", "PROSECUTOR"));

        Dossier dossier = dossier();

        assertThat(dossier.isWithUnit()).isTrue();
        assertThat(dossier.isHeld()).isTrue();
        assertThat(dossier.subject().disclosure().identity()).doesNotContain(Reader.UNIT);
        assertThat(dossier.subject().disclosure().account()).doesNotContain(Reader.UNIT);
    }

    @Test
    void whatWasReleasedTheUnitReadsAndTheCommissionerHoldsNoMore() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("COMMISSIONER", "COMMISSIONER"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, released("PROS.KZ-75"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-75", "PROSECUTOR"));

        Dossier dossier = dossier();

        assertThat(dossier.isHeld()).isFalse();
        assertThat(dossier.subject().facts().held()).isFalse();
        assertThat(dossier.custody().facts().held()).isTrue();
        assertThat(dossier.subject().disclosure().identity()).contains(Reader.UNIT);
        assertThat(dossier.subject().disclosure().account()).contains(Reader.UNIT);
        assertThat(dossier.release())
                .isEqualTo(new Dossier.Release(
                        "PROS.KZ-75",
                        1,
                        released("PROS.KZ-75").getHeader().getOccurredAt().toString(),
                        "LEGAL_DUTY"));
    }

    @Test
    void whatWasReleasedToOneUnitIsNotReleasedToAnother() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, released("PROS.KZ-75"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-71", "PROSECUTOR"));

        Dossier dossier = dossier();

        assertThat(dossier.isReleased()).isFalse();
        assertThat(dossier.isHeld()).isTrue();
        assertThat(dossier.subject().disclosure().identity()).doesNotContain(Reader.UNIT);
    }

    @Test
    void aReleaseThatEndedWithAnotherUnitDoesNotComeBackWithTheFormerOne() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, released("PROS.KZ-75"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-75", "PROSECUTOR"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-71", "PROSECUTOR"));
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, routed("PROS.KZ-75", "PROSECUTOR"));

        Dossier dossier = dossier();

        assertThat(dossier.isReleased()).isFalse();
        assertThat(dossier.subject().disclosure().identity()).doesNotContain(Reader.UNIT);
    }

    @Test
    void itKnowsThePositionOfTheLastEvent() {
        CaseEvent event = routed("PROS.KZ-75", "PROSECUTOR");
        event.getHeader().setSeq(3L);
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, event);

        assertThat(dossier().lastSeq()).isEqualTo(3);
    }

    @Test
    void ofAKeyItKnowsTheLatestPlaceAndNothingOfWhatIsInIt() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.KEYS, KEY, wrapped("identity", "k1"));
        pipe(Topics.KEYS, KEY, wrapped("identity", "k1"));

        assertThat(key()).isEqualTo(Optional.of(new KeyPlace(1L, null)));
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain("wrap"));
    }

    @Test
    void aDestroyedKeyIsGone() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.KEYS, KEY, wrapped("identity", "k1"));
        pipe(Topics.KEYS, KEY, null);

        Dossier.Destroyed destroyed = new Dossier.Destroyed(NOW.toString(), "", List.of());
        assertThat(key()).isEqualTo(Optional.of(new KeyPlace(null, destroyed)));
        assertThat(dossier().destroyed()).isEqualTo(Map.of("identity", List.of(destroyed)));
    }

    @Test
    void onWhoseDecisionItWasDestroyedIsKnownFromItsFirstTombstone() {
        Instant at = NOW.minusSeconds(60);
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.KEYS, KEY, wrapped("identity", "k1"));
        tombstone(KEY, new DestructionNote(at, "COURT_ORDER", List.of("COMMISSIONER", "PROS_KZ-75")));
        pipe(Topics.KEYS, KEY, null);

        Dossier.Destroyed destroyed =
                new Dossier.Destroyed(at.toString(), "COURT_ORDER", List.of("COMMISSIONER", "PROS_KZ-75"));
        assertThat(key()).isEqualTo(Optional.of(new KeyPlace(null, destroyed)));
        assertThat(dossier().destroyed()).isEqualTo(Map.of("identity", List.of(destroyed)));
    }

    @Test
    void aKeyThatIsThereAgainIsNotDestroyed() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.KEYS, KEY, null);
        pipe(Topics.KEYS, KEY, wrapped("identity", "k1"));

        assertThat(dossier().destroyed()).isEmpty();
        assertThat(key()).isEqualTo(Optional.of(new KeyPlace(1L, null)));
    }

    @Test
    void whatOneDecisionDestroyedOfASectionIsToldOnceUntilAllOfItIsBack() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        DestructionNote note = new DestructionNote(NOW, "COURT_ORDER", List.of("COMMISSIONER", "PROS_KZ-75"));
        String another = Records.COMPLAINT + "/identity/k2";
        tombstone(KEY, note);
        tombstone(another, note);
        tombstone(another, note);
        tombstone(Records.COMPLAINT + "/account/k3", note);
        Map<String, List<Dossier.Destroyed>> destroyed = dossier().destroyed();
        pipe(Topics.KEYS, KEY, wrapped("identity", "k1"));
        Map<String, List<Dossier.Destroyed>> withOneBack = dossier().destroyed();
        pipe(Topics.KEYS, another, wrapped("identity", "k2"));

        assertThat(destroyed.get("identity")).hasSize(1);
        assertThat(destroyed.get("account")).hasSize(1);
        assertThat(withOneBack).isEqualTo(destroyed);
        assertThat(dossier().destroyed()).containsOnlyKeys("account");
    }

    @Test
    void ofManyDestructionsTheLatestAreTold() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        for (int number = 0; number < 60; number++) {
            tombstone(
                    Records.COMPLAINT + "/note/" + number,
                    new DestructionNote(NOW.plusSeconds(number), "COURT_ORDER", List.of()));
        }

        List<Dossier.Destroyed> told = dossier().destroyed().getOrDefault("note", List.of());

        assertThat(told).hasSize(StoredPlaces.DESTRUCTIONS);
        assertThat(told.getLast().at()).isEqualTo(NOW.plusSeconds(59).toString());
        assertThat(told).extracting(Dossier.Destroyed::at).isSorted();
    }

    @Test
    void thatThereIsANoteIsKnownByItsKeyAndStaysKnownWhenThatIsDestroyed() {
        String note = Records.COMPLAINT + "/note/k9";
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.KEYS, KEY, wrapped("identity", "k1"));
        boolean before = dossier().hasNotes();
        pipe(Topics.KEYS, note, wrapped("note", "k9"));
        boolean there = dossier().hasNotes();
        pipe(Topics.KEYS, note, null);

        assertThat(before).isFalse();
        assertThat(there).isTrue();
        assertThat(dossier().hasNotes()).isTrue();
    }

    private void tombstone(String keyRef, DestructionNote note) {
        driver.createInputTopic(Topics.KEYS.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(keyRef, null, new RecordHeaders(note.headers()), NOW));
    }

    @Test
    void aKeyThatComesBeforeItsComplaintIsKept() {
        pipe(Topics.KEYS, KEY, wrapped("identity", "k1"));
        boolean before = heads().get(Records.COMPLAINT) != null;
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));

        assertThat(before).isFalse();
        assertThat(dossier().cameIn()).isTrue();
        assertThat(key()).isEqualTo(Optional.of(new KeyPlace(0L, null)));
    }

    @Test
    void aComplaintOfWhichADecisionIsThereFirstHasNotComeIn() {
        pipe(Topics.CASE_EVENTS, Records.COMPLAINT, triaged());

        assertThat(dossier().cameIn()).isFalse();
    }

    @Test
    void aSubmissionThatIsThereTwiceCountsOnce() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));

        assertThat(places(Trail.SUBMISSIONS)).containsExactly(0L);
    }

    @Test
    void itKnowsWhereItsOpeningsStand() {
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));
        pipe(Topics.ACCESSES, "another", opened("another"));
        pipe(Topics.ACCESSES, Records.COMPLAINT, opened(Records.COMPLAINT));

        assertThat(places(Trail.ACCESSES)).containsExactly(1L);
    }

    @Test
    void whatItDoesNotKnowIsPutAsideAndWhatFollowsIsRead() {
        Submission newer = Submission.newBuilder(Records.submission(Records.COMPLAINT))
                .setKind(SubmissionKind.UNKNOWN)
                .build();
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, newer);
        pipe(Topics.KEYS, "no-slash", null);
        pipe(Topics.KEYS, Records.COMPLAINT + "/identity/another", wrapped("identity", "k1"));
        driver.createInputTopic(Topics.ACCESSES.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(Records.COMPLAINT, new byte[] {1, 2, 3}, NOW);
        pipe(Topics.SUBMISSIONS, Records.COMPLAINT, Records.submission(Records.COMPLAINT));

        assertThat(places(Trail.SUBMISSIONS)).containsExactly(1L);
        assertThat(driver.createOutputTopic(
                                Topics.NOTIFIER_DEAD_LETTERS.name(),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer())
                        .readRecordsToList())
                .hasSize(4);
    }

    private Dossier dossier() {
        StoredHead head = heads().get(Records.COMPLAINT);
        return Dossier.of(Records.COMPLAINT, head, places().haveNotes(), places().destroyed());
    }

    private KeyValueStore<String, StoredHead> heads() {
        return driver.getKeyValueStore(DossiersTopology.HEADS);
    }

    private StoredPlaces places() {
        return new StoredPlaces(driver.getKeyValueStore(DossiersTopology.PLACES), Records.COMPLAINT);
    }

    private List<Long> places(Trail trail) {
        return places().stretch(trail, Optional.empty()).places();
    }

    private Optional<KeyPlace> key() {
        return Optional.ofNullable(places().keys(List.of(KEY)).get(KEY));
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        try (KeyValueIterator<String, StoredPlace> all = driver.<String, StoredPlace>getKeyValueStore(
                        DossiersTopology.PLACES)
                .all()) {
            all.forEachRemaining(row -> rows.add(row.toString()));
        }
        return rows;
    }

    private TopologyTestDriver driver() {
        Properties properties = new Properties();
        properties.putAll(properties(serdes));
        return new TopologyTestDriver(topology.get(), properties, NOW);
    }

    /** At least once: the driver drops what a deserialization handler writes within a transaction. */
    private static Map<String, Object> properties(AvroSerdes serdes) {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "dossier",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "none:1",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                MalformedInputHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                FailedProcessingHandler.class,
                DeadLetters.CONFIG,
                new DeadLetters(
                        Topics.NOTIFIER_DEAD_LETTERS,
                        (source, code) -> List.of(),
                        serdes.serializer(Topics.OBLIGATIONS)));
    }

    private <V> void pipe(Topic<V> topic, String key, @Nullable V value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), serdes.serializer(topic))
                .pipeInput(key, value, NOW);
    }

    private static WrappedKey wrapped(String section, String keyId) {
        return WrappedKey.newBuilder()
                .setComplaintId(Records.COMPLAINT)
                .setSection(section)
                .setKeyId(keyId)
                .setCreatedAt(NOW)
                .setWraps(List.of(new KeyWrap("COMMISSIONER", ByteBuffer.wrap(new byte[] {7}))))
                .build();
    }

    private static CaseEvent triaged() {
        return CaseEvent.newBuilder(Records.event(Records.COMPLAINT, CaseEventKind.TRIAGED))
                .setTriaged(Triaged.newBuilder()
                        .setAllegationClass(AllegationClass.A)
                        .setPriority(Priority.P1)
                        .build())
                .build();
    }

    private static Submission consented() {
        Submission submission = Records.submission(Records.COMPLAINT);
        submission.getComplaintReceived().setTransmitToProsecutor(ConsentValue.GIVEN);
        return submission;
    }

    private static CaseEvent released(String unit) {
        return CaseEvent.newBuilder(Records.event(Records.COMPLAINT, CaseEventKind.RELEASED))
                .setReleased(Released.newBuilder()
                        .setUnit(unit)
                        .setKeyRefs(List.of(KEY))
                        .setReasonCode("LEGAL_DUTY")
                        .build())
                .build();
    }

    private static CaseEvent routed(String unit, String body) {
        return CaseEvent.newBuilder(Records.event(Records.COMPLAINT, CaseEventKind.ROUTED))
                .setRouted(Routed.newBuilder()
                        .setUnit(unit)
                        .setOwnerBody(body)
                        .setExcludedBodies(List.copyOf(Set.of("MIA")))
                        .build())
                .build();
    }

    private static CaseEvent assigned(String unit, String assignee) {
        return CaseEvent.newBuilder(Records.event(Records.COMPLAINT, CaseEventKind.ASSIGNED))
                .setAssigned(Assigned.newBuilder()
                        .setUnit(unit)
                        .setAssignee(assignee)
                        .build())
                .build();
    }

    private static AccessEvent opened(String complaintId) {
        return AccessEvent.newBuilder()
                .setKind(AccessEventKind.OPENED)
                .setHeader(Records.header("opened", complaintId))
                .setOpened(SectionOpened.newBuilder()
                        .setSection("identity")
                        .setRole("commissioner-officer")
                        .setService("notifier")
                        .setPurpose("OVERSIGHT")
                        .build())
                .build();
    }
}
