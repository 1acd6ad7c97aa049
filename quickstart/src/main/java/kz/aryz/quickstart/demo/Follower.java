package kz.aryz.quickstart.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.Entered;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Raised;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Watches the queues, the obligations and the outcomes of deliveries from now on, and keeps what became of each
 * complaint. Times are those at which a reader of committed records sees them.
 */
final class Follower implements AutoCloseable {

    private static final String QUEUES = "queue.";
    private static final Duration POLL = Duration.ofMillis(20);

    private final Consumer<String, byte[]> consumer;
    private final Clock clock;
    private final Deserializer<QueueItem> queueItems;
    private final Deserializer<Obligation> obligations;
    private final Deserializer<DeliveryOutcome> outcomes;
    private final Map<String, Journey> byNumber = new ConcurrentHashMap<>();
    private final Map<String, String> numberByObligation = new HashMap<>();
    private final Map<String, Instant> deliveredEarly = new HashMap<>();

    Follower(Consumer<String, byte[]> consumer, AvroSerdes serdes, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
        this.queueItems = serdes.deserializer(Topics.queue("COMMISSIONER"));
        this.obligations = serdes.deserializer(Topics.OBLIGATIONS);
        this.outcomes = serdes.deserializer(Topics.OUTCOMES);
    }

    /** Begins at the end of every topic: what was there before is not looked at. */
    void startFromNow() {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.listTopics().forEach((topic, infos) -> {
            if (follows(topic)) {
                infos.stream().map(Follower::partition).forEach(partitions::add);
            }
        });
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    private static boolean follows(String topic) {
        return topic.startsWith(QUEUES) || is(topic, Topics.OBLIGATIONS) || is(topic, Topics.OUTCOMES);
    }

    private static boolean is(String name, Topic<?> topic) {
        return topic.name().equals(name);
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    /** A complaint was accepted. Safe to call from any thread. */
    void accepted(String complaintNumber) {
        journey(complaintNumber).accepted(clock.instant());
    }

    /** Reads what has come. */
    void poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            read(record, clock.instant());
        }
    }

    private void read(ConsumerRecord<String, byte[]> record, Instant seen) {
        String topic = record.topic();
        if (topic.startsWith(QUEUES)) {
            queued(queueItems.deserialize(topic, record.value()), seen);
        } else if (is(topic, Topics.OBLIGATIONS)) {
            obliged(obligations.deserialize(topic, record.value()));
        } else {
            delivered(outcomes.deserialize(topic, record.value()), seen);
        }
    }

    private void queued(QueueItem item, Instant seen) {
        Entered entered = item.getEntered();
        if (entered != null) {
            journey(entered.getComplaintNumber())
                    .queued(seen, item.getUnit(), entered.getAllegationClass(), entered.getPriority());
        }
    }

    private void obliged(Obligation obligation) {
        Raised raised = obligation.getRaised();
        if (raised != null && raised.getComplaintNumber() != null) {
            numberByObligation.put(obligation.getObligationId(), raised.getComplaintNumber());
            Journey journey = journey(raised.getComplaintNumber());
            journey.obliged();
            Instant delivered = deliveredEarly.remove(obligation.getObligationId());
            if (delivered != null) {
                journey.mailed(delivered);
            }
        }
    }

    /** Topics are read in no guaranteed order: an outcome can be seen before its obligation. */
    private void delivered(DeliveryOutcome outcome, Instant seen) {
        if (outcome.getKind() != DeliveryResult.DELIVERED) {
            return;
        }
        String number = numberByObligation.get(outcome.getObligationId());
        if (number == null) {
            deliveredEarly.put(outcome.getObligationId(), seen);
        } else {
            journey(number).mailed(seen);
        }
    }

    private Journey journey(String complaintNumber) {
        return byNumber.computeIfAbsent(complaintNumber, number -> new Journey());
    }

    /** What became of the complaints that were accepted; those of others are left out. */
    Collection<Journey> journeys() {
        return byNumber.values().stream().filter(Journey::isAccepted).toList();
    }

    /** Accepted complaints that are in a queue and of which everybody was told who must be. */
    long complete() {
        return journeys().stream().filter(Journey::isComplete).count();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
