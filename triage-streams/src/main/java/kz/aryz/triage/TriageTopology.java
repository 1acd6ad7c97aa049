package kz.aryz.triage;

import static org.apache.kafka.streams.kstream.Named.as;

import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.streams.ByComplaint;
import kz.aryz.schema.CommandOutcome;
import kz.aryz.schema.ComplaintStatus;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.schema.WrappedKey;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import kz.aryz.triage.admission.Admitted;
import kz.aryz.triage.admission.KeyArrival;
import kz.aryz.triage.admission.SubmissionArrival;
import kz.aryz.triage.assignment.Answered;
import kz.aryz.triage.assignment.CommandArrival;
import kz.aryz.triage.disposition.AccountOpening;
import kz.aryz.triage.disposition.Dispositions;
import kz.aryz.triage.queue.QueueTopicName;
import kz.aryz.triage.register.Entry;
import kz.aryz.triage.register.Registrar;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * From a submission and its key to a queue, the events, the complainant's status and the duties to tell: one
 * sub-topology, so that all of it is one transaction. Everything lies on the partition of the complaint's id.
 */
public final class TriageTopology implements Supplier<Topology> {

    /** Stands for every queue: they differ in name only. */
    private static final Topic<QueueItem> ANY_QUEUE = Topics.queue("COMMISSIONER");

    private final Map<String, Object> properties;
    private final AvroSerdes serdes;
    private final Supplier<Reference> reference;
    private final AccountOpening opening;
    private final Dispositions dispositions;

    /**
     * @param properties of the streams client
     * @param serdes for the values of topics
     * @param reference the release in use
     * @param opening opens accounts
     * @param dispositions decides what becomes of a complaint: class, priority, unit, duties
     */
    public TriageTopology(
            Map<String, Object> properties,
            AvroSerdes serdes,
            Supplier<Reference> reference,
            AccountOpening opening,
            Dispositions dispositions) {
        this.properties = Map.copyOf(properties);
        this.serdes = serdes;
        this.reference = reference;
        this.opening = opening;
        this.dispositions = dispositions;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        builder.addStateStore(TriageStores.waiting());
        builder.addStateStore(TriageStores.complaints());
        builder.addStateStore(TriageStores.queueIndex());
        builder.addStateStore(TriageStores.assignedIndex());
        builder.addStateStore(TriageStores.answers());

        KStream<String, Submission> submissions =
                builder.stream(Topics.SUBMISSIONS.name(), from(Topics.SUBMISSIONS, "submissions"));
        KTable<String, WrappedKey> keys = builder.table(Topics.KEYS.name(), from(Topics.KEYS, "keys"), wrappedKeys());

        KStream<String, Admitted> admitted = submissions
                .process(
                        () -> new SubmissionArrival(reference),
                        as("submission-arrival"),
                        TriageStores.WRAPPED_KEYS,
                        TriageStores.WAITING,
                        TriageStores.COMPLAINTS)
                .merge(
                        keys.toStream(as("key-changes"))
                                .process(() -> new KeyArrival(reference), as("key-arrival"), TriageStores.WAITING),
                        as("admitted"));

        KStream<String, Entry> entries = admitted.mapValues(opening::open, as("open"))
                .mapValues(dispositions::decide, as("decide"))
                .processValues(
                        Registrar::new,
                        as("register"),
                        TriageStores.COMPLAINTS,
                        TriageStores.QUEUE_INDEX,
                        TriageStores.ASSIGNED_INDEX,
                        TriageStores.WAITING);

        entries.flatMapValues(Entry::events, as("each-event"))
                .to(Topics.CASE_EVENTS.name(), to(Topics.CASE_EVENTS, "events", event -> idIn(event.getHeader())));
        entries.flatMapValues(Entry::queueItems, as("each-queue-item"))
                .to(new QueueTopicName(), to(ANY_QUEUE, "queues", QueueItem::getComplaintId));
        entries.map((id, entry) -> KeyValue.pair(entry.statusKey(), entry.status()), as("status-row"))
                .to(Topics.STATUS.name(), to(Topics.STATUS, "status", ComplaintStatus::getComplaintId));
        entries.flatMapValues(Entry::obligations, as("each-obligation"))
                .selectKey((id, obligation) -> obligation.getObligationId(), as("obligation-id"))
                .to(Topics.OBLIGATIONS.name(), to(Topics.OBLIGATIONS, "obligations", duty -> idIn(duty.getHeader())));
        answerCommands(builder);
        Properties optimisation = new Properties();
        optimisation.putAll(properties);
        return builder.build(optimisation);
    }

    /** What people want to be done with complaints; in the same sub-topology, because it is decided by the same stores. */
    private void answerCommands(StreamsBuilder builder) {
        KStream<String, Answered> answered = builder.stream(Topics.COMMANDS.name(), from(Topics.COMMANDS, "commands"))
                .processValues(
                        () -> new CommandArrival(reference, dispositions.queues()),
                        as("answer"),
                        TriageStores.COMPLAINTS,
                        TriageStores.QUEUE_INDEX,
                        TriageStores.ASSIGNED_INDEX,
                        TriageStores.ANSWERS);
        answered.flatMapValues(Answered::events, as("each-event-of-a-command"))
                .to(
                        Topics.CASE_EVENTS.name(),
                        to(Topics.CASE_EVENTS, "events-of-commands", event -> idIn(event.getHeader())));
        answered.flatMapValues(Answered::queueItems, as("each-queue-item-of-a-command"))
                .to(new QueueTopicName(), to(ANY_QUEUE, "queues-of-commands", QueueItem::getComplaintId));
        answered.map(
                        (id, answer) -> KeyValue.pair(answer.outcome().getCommandId(), answer.outcome()),
                        as("outcome-row"))
                .to(
                        Topics.COMMAND_OUTCOMES.name(),
                        to(Topics.COMMAND_OUTCOMES, "outcomes", CommandOutcome::getComplaintId));
    }

    private <V> Consumed<String, V> from(Topic<V> topic, String name) {
        return Consumed.with(Serdes.String(), serdes.serde(topic)).withName(name);
    }

    private <V> Produced<String, V> to(Topic<V> topic, String name, Function<V, String> complaintId) {
        return Produced.with(Serdes.String(), serdes.serde(topic))
                .withName(name)
                .withStreamPartitioner(new ByComplaint<>(complaintId));
    }

    /**
     * In memory alone, and read again from its topic at each start: what is destroyed there is then on no disk of ours, which
     * RocksDB promises for no time. Not cached: a key that arrives is seen at once and not with the next commit.
     */
    private Materialized<String, WrappedKey, KeyValueStore<Bytes, byte[]>> wrappedKeys() {
        return Materialized.<String, WrappedKey, KeyValueStore<Bytes, byte[]>>as(TriageStores.WRAPPED_KEYS)
                .withStoreType(BuiltInDslStoreSuppliers.IN_MEMORY)
                .withKeySerde(Serdes.String())
                .withValueSerde(serdes.serde(Topics.KEYS))
                .withCachingDisabled();
    }

    private static String idIn(EventHeader header) {
        return header.getComplaintId();
    }
}
