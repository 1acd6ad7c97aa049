package kz.aryz.notifier.delivery;

import java.util.concurrent.ExecutionException;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes down how deliveries went. Safe for threads. */
public final class OutcomeWriter {

    private final Producer<String, DeliveryOutcome> producer;

    public OutcomeWriter(Producer<String, DeliveryOutcome> producer) {
        this.producer = producer;
    }

    /** Returns when the outcome is acknowledged. */
    void write(DeliveryOutcome outcome) throws ExecutionException, InterruptedException {
        producer.send(record(outcome)).get();
    }

    /** Where the complaint is unknown, the obligation's id stands in its place, as on every topic about obligations. */
    private static ProducerRecord<String, DeliveryOutcome> record(DeliveryOutcome outcome) {
        String complaintId = outcome.getComplaintId();
        String obligationId = outcome.getObligationId();
        return Topics.OUTCOMES.record(complaintId == null ? obligationId : complaintId, obligationId, outcome);
    }
}
