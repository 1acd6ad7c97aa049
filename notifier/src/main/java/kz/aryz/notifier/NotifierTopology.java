package kz.aryz.notifier;

import static org.apache.kafka.streams.kstream.Named.as;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.aryz.notifier.alert.Course;
import kz.aryz.notifier.alert.Ledger;
import kz.aryz.notifier.alert.LedgerFact;
import kz.aryz.notifier.alert.LedgerIntake;
import kz.aryz.notifier.alert.Letters;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.watch.DecisionTime;
import kz.aryz.notifier.watch.DecisionWatch;
import kz.aryz.notifier.watch.WatchFact;
import kz.aryz.notifier.watch.WatchIntake;
import kz.aryz.runtime.streams.ByComplaint;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.Obligation;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Two lines. The watch: submissions against decisions, which makes obligations. The ledger: obligations, outcomes and
 * confirmations, which makes attempts. Nothing is sent from here.
 */
public final class NotifierTopology implements Supplier<Topology> {

    private final Map<String, Object> properties;
    private final AvroSerdes serdes;
    private final DecisionTime decisionTime;
    private final Duration holdingWithin;
    private final Course course;
    private final Letters letters;

    /**
     * @param properties of the streams client
     * @param serdes for the values of topics
     * @param decisionTime how long a complaint may go without a decision
     * @param holdingWithin how long the Commissioner may hold a complaint before being told
     * @param course when attempts are due
     * @param letters writes the messages of obligations
     */
    public NotifierTopology(
            Map<String, Object> properties,
            AvroSerdes serdes,
            DecisionTime decisionTime,
            Duration holdingWithin,
            Course course,
            Letters letters) {
        this.properties = Map.copyOf(properties);
        this.serdes = serdes;
        this.decisionTime = decisionTime;
        this.holdingWithin = holdingWithin;
        this.course = course;
        this.letters = letters;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        watch(builder);
        ledger(builder);
        return builder.build();
    }

    private void watch(StreamsBuilder builder) {
        builder.addStateStore(NotifierStores.watched());
        builder.addStateStore(NotifierStores.deadlines());
        KStream<String, WatchFact> received =
                stream(builder, Topics.SUBMISSIONS, "submissions").flatMapValues(WatchIntake::received, as("received"));
        KStream<String, WatchFact> decided =
                stream(builder, Topics.CASE_EVENTS, "events").flatMapValues(WatchIntake::decided, as("decided"));
        received.merge(decided, as("watch-facts"))
                .process(
                        () -> new DecisionWatch(decisionTime, holdingWithin),
                        as("decision-watch"),
                        NotifierStores.WATCHED,
                        NotifierStores.DEADLINES)
                .to(Topics.OBLIGATIONS.name(), to(Topics.OBLIGATIONS, "overdue", NotifierTopology::complaintOf));
    }

    private void ledger(StreamsBuilder builder) {
        builder.addStateStore(NotifierStores.obligations());
        builder.addStateStore(NotifierStores.mails());
        builder.addStateStore(NotifierStores.progress());
        builder.addStateStore(NotifierStores.inbox());
        builder.addStateStore(NotifierStores.due());
        KStream<String, LedgerFact> raised =
                stream(builder, Topics.OBLIGATIONS, "obligations").mapValues(LedgerIntake::raised, as("raised"));
        KStream<String, LedgerFact> ended =
                stream(builder, Topics.OUTCOMES, "outcomes").mapValues(LedgerIntake::ended, as("ended"));
        KStream<String, LedgerFact> confirmed = stream(builder, Topics.ACKNOWLEDGEMENTS, "acknowledgements")
                .mapValues(LedgerIntake::confirmed, as("confirmed"));
        raised.merge(ended, as("raised-or-ended"))
                .merge(confirmed, as("ledger-facts"))
                .process(
                        () -> new Ledger(course, letters),
                        as("ledger"),
                        NotifierStores.OBLIGATIONS,
                        NotifierStores.MAILS,
                        NotifierStores.PROGRESS,
                        NotifierStores.INBOX,
                        NotifierStores.DUE)
                .to(Topics.ATTEMPTS.name(), to(Topics.ATTEMPTS, "attempts", NotifierTopology::complaintOf));
    }

    private <V> KStream<String, V> stream(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.String(), serdes.serde(topic)).withName(name));
    }

    private <V> Produced<String, V> to(Topic<V> topic, String name, Function<V, String> complaintId) {
        return Produced.with(Serdes.String(), serdes.serde(topic))
                .withName(name)
                .withStreamPartitioner(new ByComplaint<>(complaintId));
    }

    private static String complaintOf(Obligation obligation) {
        return obligation.getHeader().getComplaintId();
    }

    /** An attempt to tell of no complaint stands for itself. */
    private static String complaintOf(DeliveryAttempt attempt) {
        String complaintId = attempt.getComplaintId();
        return complaintId == null ? attempt.getObligationId() : complaintId;
    }
}
