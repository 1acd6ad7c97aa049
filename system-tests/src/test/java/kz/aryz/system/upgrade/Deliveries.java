package kz.aryz.system.upgrade;

import java.util.List;
import kz.aryz.schema.DeliveryAttempt;
import kz.aryz.schema.DeliveryOutcome;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Submission;
import kz.aryz.system.TopicContents;
import kz.aryz.topic.Topics;

/** What notifier has written so far, and what it was told to tell. */
record Deliveries(
        List<Obligation> obligations,
        List<DeliveryAttempt> attempts,
        List<DeliveryOutcome> outcomes,
        List<byte[]> deadLetters) {

    static Deliveries in(TopicContents topics) {
        return new Deliveries(
                topics.of(Topics.OBLIGATIONS),
                topics.of(Topics.ATTEMPTS),
                topics.of(Topics.OUTCOMES),
                topics.of(Topics.NOTIFIER_DEAD_LETTERS));
    }

    /** The duty to tell of a complaint; there is one addressee, and one reason. */
    Obligation duty(Submission submission) {
        return obligations.stream()
                .filter(duty -> duty.getHeader().getComplaintId().equals(Complainant.idOf(submission)))
                .findFirst()
                .orElseThrow();
    }

    /** The attempts to tell of a complaint, in their order. */
    List<DeliveryAttempt> attempts(Submission submission) {
        return attempts.stream()
                .filter(attempt -> Complainant.idOf(submission).equals(attempt.getComplaintId()))
                .toList();
    }

    /** How often an attempt to tell of a complaint ended so. */
    long results(DeliveryResult result, Submission submission) {
        String obligationId = duty(submission).getObligationId();
        return outcomes.stream()
                .filter(outcome -> outcome.getObligationId().equals(obligationId))
                .filter(outcome -> outcome.getKind() == result)
                .count();
    }
}
