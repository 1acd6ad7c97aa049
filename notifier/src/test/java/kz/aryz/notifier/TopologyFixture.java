package kz.aryz.notifier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import kz.aryz.notifier.alert.Course;
import kz.aryz.notifier.alert.Letters;
import kz.aryz.notifier.alert.RetrySchedule;
import kz.aryz.notifier.watch.DecisionTime;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.deadletter.FailedProcessingHandler;
import kz.aryz.runtime.deadletter.MalformedInputHandler;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.MailDue;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Submission;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * The topology in Kafka's test driver, with a wall clock that stands still until it is moved. At least once: the driver
 * drops what a deserialization handler writes within a transaction.
 */
public final class TopologyFixture implements AutoCloseable {

    public static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    public static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    public static final Duration OUTCOME_WITHIN = Duration.ofSeconds(30);
    public static final Duration DECISION_WITHIN = Duration.ofMinutes(15);
    public static final Instant START = Records.RECEIVED_AT;

    private final AvroSerdes serdes = AvroSerdes.inMemory();
    private final AtomicReference<String> mailbox = new AtomicReference<>(Records.MAILBOX);
    private final TopologyTestDriver driver;
    private Instant now = START;

    public TopologyFixture() {
        Map<String, Object> properties = properties(serdes);
        Properties driverProperties = new Properties();
        driverProperties.putAll(properties);
        driver = new TopologyTestDriver(
                topology(properties, serdes, mailbox::get).get(), driverProperties, START);
    }

    private record TestLetters(Supplier<String> mailbox) implements Letters {

        @Override
        public MailDue write(Obligation obligation) {
            return Records.mail(obligation);
        }

        @Override
        public String mailboxOf(Obligation obligation) {
            return mailbox.get();
        }
    }

    public static final Duration HOLDING_WITHIN = Duration.ofHours(24);

    static NotifierTopology topology(Map<String, Object> properties, AvroSerdes serdes, Supplier<String> mailbox) {
        RetrySchedule schedule = new RetrySchedule(FIRST_PAUSE, LONGEST_PAUSE, OUTCOME_WITHIN, HOLDING_WITHIN);
        DecisionTime within = new DecisionTime(Optional.of(DECISION_WITHIN), Optional::empty);
        return new NotifierTopology(
                properties, serdes, within, HOLDING_WITHIN, new Course(schedule), new TestLetters(mailbox));
    }

    public static Map<String, Object> properties(AvroSerdes serdes) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, NotifierConfig.NAME);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, MalformedInputHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedProcessingHandler.class);
        properties.put(
                DeadLetters.CONFIG,
                new DeadLetters(
                        Topics.NOTIFIER_DEAD_LETTERS,
                        new NotifierDuties(Clock.fixed(START, ZoneOffset.UTC)),
                        serdes.serializer(Topics.OBLIGATIONS)));
        return properties;
    }

    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    public void moveMailbox(String address) {
        mailbox.set(address);
    }

    public void raise(Obligation obligation) {
        pipe(Topics.OBLIGATIONS, obligation.getObligationId(), obligation);
    }

    public void end(DeliveryOutcome outcome) {
        pipe(Topics.OUTCOMES, outcome.getObligationId(), outcome);
    }

    public void confirm(Acknowledgement acknowledgement) {
        pipe(Topics.ACKNOWLEDGEMENTS, acknowledgement.getObligationId(), acknowledgement);
    }

    public void submit(Submission submission) {
        pipe(Topics.SUBMISSIONS, submission.getHeader().getComplaintId(), submission);
    }

    public void decide(CaseEvent event) {
        pipe(Topics.CASE_EVENTS, event.getHeader().getComplaintId(), event);
    }

    public void pipeBytes(Topic<?> topic, String key, byte[] value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value, now);
    }

    /** What was written since it was last asked. */
    public <V> List<V> written(Topic<V> topic) {
        return output(topic).readValuesToList();
    }

    public <V> List<TestRecord<String, V>> writtenRecords(Topic<V> topic) {
        return output(topic).readRecordsToList();
    }

    public List<DeliveryAttempt> attempts() {
        return written(Topics.ATTEMPTS);
    }

    public <V> V stored(String store, Class<V> type, String key) {
        return type.cast(driver.getKeyValueStore(store).get(key));
    }

    /** As another version, or another clock, left it; null removes it. */
    public void store(String store, String key, @Nullable Object value) {
        driver.getKeyValueStore(store).put(key, value);
    }

    public List<String> keys(String store) {
        List<String> keys = new ArrayList<>();
        driver.<String, Object>getKeyValueStore(store).all().forEachRemaining(entry -> keys.add(entry.key));
        return keys;
    }

    @Override
    public void close() {
        driver.close();
        serdes.close();
    }

    private <V> void pipe(Topic<V> topic, String key, V value) {
        driver.createInputTopic(topic.name(), new StringSerializer(), serdes.serializer(topic))
                .pipeInput(key, value, now);
    }

    private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), serdes.deserializer(topic));
    }
}
