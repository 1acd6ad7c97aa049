package kz.aryz.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.aryz.access.Person;
import kz.aryz.id.DeterministicId;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.ObligationKind;
import kz.aryz.schema.ObligationReason;
import kz.aryz.schema.Raised;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes it a duty to tell the Commissioner that somebody reads in an emergency what their role does not open, and waits until
 * all in-sync replicas have it. One person, one complaint and one hour make one duty: who repeats a request raises none anew, and
 * who reads again later does.
 */
public final class EmergencyAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(EmergencyAlarm.class);
    private static final Duration WITHIN = Duration.ofSeconds(8);
    private static final String COMMISSIONER = "COMMISSIONER";

    /** Law on the Commissioner for Human Rights, No. 90-VII of 29.12.2021. */
    private static final String LEGAL_BASIS = "LAW-90-VII";

    private final Producer<String, Obligation> obligations;
    private final Clock clock;

    /** @param obligations acknowledged by all in-sync replicas, and gives up while somebody still waits */
    public EmergencyAlarm(Producer<String, Obligation> obligations, Clock clock) {
        this.obligations = obligations;
        this.clock = clock;
    }

    /**
     * Raises the duty.
     *
     * @param known what is known in clear of the complaint
     * @return whether it is known to stand there; where it is not, it may stand there all the same
     */
    boolean raise(Person person, Raised known) throws InterruptedException {
        String complaintId = known.getComplaintId();
        Obligation obligation = obligation(person, known, complaintId);
        try {
            obligations
                    .send(Topics.OBLIGATIONS.record(complaintId, obligation.getObligationId(), obligation))
                    .get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.error("the Commissioner could not be told of an emergency, and nothing was opened", e);
            return false;
        }
    }

    private Obligation obligation(Person person, Raised known, String complaintId) {
        ObligationReason reason = ObligationReason.BREAK_GLASS;
        Instant now = clock.instant();
        String hour = now.truncatedTo(ChronoUnit.HOURS).toString();
        String id = DeterministicId.of(complaintId, reason.name(), person.pseudonym(), hour, COMMISSIONER);
        EventHeader header = EventHeader.newBuilder()
                .setEventId(id)
                .setComplaintId(complaintId)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setActorRef(person.pseudonym())
                .setLegalBasis(LEGAL_BASIS)
                .build();
        Raised raised = Raised.newBuilder(known)
                .setAddressee(COMMISSIONER)
                .setReason(reason)
                .build();
        return Obligation.newBuilder()
                .setKind(ObligationKind.RAISED)
                .setObligationId(id)
                .setHeader(header)
                .setRaised(raised)
                .build();
    }
}
