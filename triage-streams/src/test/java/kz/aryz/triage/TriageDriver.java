package kz.aryz.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.schema.AccountSection;
import kz.aryz.schema.CaseCommand;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.Channel;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.ConsentValue;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Language;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.schema.SubmissionKind;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Section;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.DeadLetterHeaders;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import kz.aryz.triage.classification.Classification;
import kz.aryz.triage.decision.Complaints;
import kz.aryz.triage.disposition.AccountOpening;
import kz.aryz.triage.disposition.Dispositions;
import kz.aryz.triage.obligation.DeadLetterAlarms;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology in the driver, with real sealing, the bundled reference data and a wall clock that stands still. */
final class TriageDriver implements AutoCloseable {

    static final Instant START = Instant.parse("2022-01-08T06:00:00Z");
    static final Instant RECEIVED_AT = Instant.parse("2022-01-07T20:15:00Z");

    private static final Clock CLOCK = Clock.fixed(START, ZoneOffset.UTC);

    /** Units without a queue at the broker. */
    final Set<String> missingQueues = new HashSet<>();

    /** Whether every decision about an account fails. */
    boolean decisionsFail;

    private final Keysets keysets = Keysets.generate();
    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final TopologyTestDriver driver;

    TriageDriver(Path stateDir) {
        Map<String, Object> settings = settings(stateDir, serdes);
        Properties properties = new Properties();
        properties.putAll(settings);
        // The driver forgets what was written in a transaction for a record that was not even read.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        Dispositions dispositions = new Dispositions(Classification.standard(), this::hasQueue);
        driver = new TopologyTestDriver(topology(settings, serdes, keysets, dispositions), properties, START);
    }

    private boolean hasQueue(String unit) {
        if (decisionsFail) {
            throw new IllegalStateException("odd");
        }
        return !missingQueues.contains(unit);
    }

    /** Begins with what another has stored: the same service, started again with the keys of this one. */
    void follow(TriageDriver earlier) {
        for (String name : List.of(TriageStores.WRAPPED_KEYS, TriageStores.WAITING)) {
            copy(earlier.driver.getTimestampedKeyValueStore(name), driver.getTimestampedKeyValueStore(name));
        }
        for (String name : List.of(TriageStores.COMPLAINTS, TriageStores.QUEUE_INDEX)) {
            copy(earlier.store(name), store(name));
        }
    }

    private static <V> void copy(KeyValueStore<String, V> from, KeyValueStore<String, V> to) {
        try (KeyValueIterator<String, V> entries = from.all()) {
            entries.forEachRemaining(entry -> to.put(entry.key, entry.value));
        }
    }

    /** The topology as it is run, without anything to run it on. */
    static Topology topology(Path stateDir) {
        AvroSerdes serdes = AvroSerdes.inMemory();
        Dispositions dispositions = new Dispositions(Classification.standard(), unit -> true);
        return topology(settings(stateDir, serdes), serdes, Keysets.generate(), dispositions);
    }

    private static Topology topology(
            Map<String, Object> settings, AvroSerdes serdes, Keysets keysets, Dispositions dispositions) {
        AccountOpening opening = new AccountOpening(keysets.opener(Recipient.TRIAGE));
        return new TriageTopology(settings, serdes, () -> Complaints.REFERENCE, opening, dispositions).get();
    }

    private static Map<String, Object> settings(Path stateDir, AvroSerdes serdes) {
        TriageConfig config = TriageConfig.from(Map.of("ARYZ_KEYS", "unused", "ARYZ_STATE_DIR", stateDir.toString()));
        DeadLetters deadLetters = new DeadLetters(
                Topics.TRIAGE_DEAD_LETTERS,
                new DeadLetterAlarms(() -> Complaints.REFERENCE, CLOCK),
                serdes.serializer(Topics.OBLIGATIONS));
        try {
            return StreamsSettings.of(config.service(), config.instance(), deadLetters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals an account as intake does. */
    SealedSection seal(String complaintId, AccountSection account) {
        return keysets.sealer(CLOCK)
                .seal(complaintId, Section.ACCOUNT, account, Set.of(Recipient.TRIAGE, Recipient.COMMISSIONER));
    }

    /** A submission as intake writes it, with consent to hand the identity on. */
    static Submission submission(String complaintId, SealedSection... sections) {
        ComplaintReceived received = ComplaintReceived.newBuilder()
                .setComplaintNumber("7KQM-2F9R-D0XW-H")
                .setReceivedAt(RECEIVED_AT)
                .setChannel(Channel.WEB_FORM)
                .setLanguage(Language.KK)
                .setStatusKey("status-of-" + complaintId)
                .setTransmitToProsecutor(ConsentValue.GIVEN)
                .setSections(
                        List.of(sections).stream().map(SealedSection::sealed).toList())
                .build();
        return Submission.newBuilder()
                .setKind(SubmissionKind.COMPLAINT_RECEIVED)
                .setHeader(header(complaintId))
                .setComplaintReceived(received)
                .build();
    }

    static EventHeader header(String complaintId) {
        return EventHeader.newBuilder()
                .setEventId("received-" + complaintId)
                .setComplaintId(complaintId)
                .setOccurredAt(RECEIVED_AT)
                .setRecordedAt(RECEIVED_AT)
                .build();
    }

    void submit(Submission submission) {
        submit(submission.getHeader().getComplaintId(), submission);
    }

    void submit(String key, Submission submission) {
        input(Topics.SUBMISSIONS).pipeInput(key, submission);
    }

    void submitBytes(String key, byte @Nullable [] value) {
        driver.createInputTopic(Topics.SUBMISSIONS.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    void submitAgain(TestRecord<String, byte[]> deadLetter) {
        String key = new String(
                deadLetter.headers().lastHeader(DeadLetterHeaders.KEY).value(), StandardCharsets.UTF_8);
        submitBytes(key, deadLetter.value());
    }

    void deliver(SealedSection section) {
        deliver(section.key());
    }

    void deliver(WrappedKey key) {
        input(Topics.KEYS).pipeInput(KeyReference.of(key), key);
    }

    void deliverBytes(String key, byte @Nullable [] value) {
        driver.createInputTopic(Topics.KEYS.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    void ask(CaseCommand command) {
        ask(command.getComplaintId(), command);
    }

    void ask(String key, CaseCommand command) {
        input(Topics.COMMANDS).pipeInput(key, command);
    }

    List<CommandOutcome> outcomes() {
        return values(Topics.COMMAND_OUTCOMES);
    }

    List<String> keys(String store) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, Object> entries = store(store).all()) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<CaseEvent> events() {
        return values(Topics.CASE_EVENTS);
    }

    List<Obligation> obligations() {
        return values(Topics.OBLIGATIONS);
    }

    List<QueueItem> queue(String unit) {
        return values(Topics.queue(unit));
    }

    List<TestRecord<String, ComplaintStatus>> statuses() {
        return read(Topics.STATUS);
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return read(Topics.TRIAGE_DEAD_LETTERS);
    }

    /** Events as they stand on the topic. */
    List<byte[]> eventBytes() {
        return driver.createOutputTopic(
                        Topics.CASE_EVENTS.name(), new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList();
    }

    byte[] bytes(Submission submission) {
        return serdes.serializer(Topics.SUBMISSIONS).serialize(Topics.SUBMISSIONS.name(), submission);
    }

    KeyValueStore<String, Object> store(String name) {
        return driver.getKeyValueStore(name);
    }

    boolean isEmpty(String store) {
        try (KeyValueIterator<String, Object> entries = store(store).all()) {
            return !entries.hasNext();
        }
    }

    @Override
    public void close() {
        driver.close();
        serdes.close();
    }

    private <V> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(topic.name(), new StringSerializer(), serdes.serializer(topic));
    }

    private <V> List<V> values(Topic<V> topic) {
        return read(topic).stream().map(TestRecord::getValue).toList();
    }

    private <V> List<TestRecord<String, V>> read(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), serdes.deserializer(topic))
                .readRecordsToList();
    }
}
