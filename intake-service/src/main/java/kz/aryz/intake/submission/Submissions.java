package kz.aryz.intake.submission;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import kz.aryz.id.DeterministicId;
import kz.aryz.intake.complaint.Complaint;
import kz.aryz.intake.log.Deadline;
import kz.aryz.intake.log.Log;
import kz.aryz.intake.log.LogUnavailable;
import kz.aryz.schema.Claimed;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.EventHeader;
import kz.aryz.schema.Submission;
import kz.aryz.schema.SubmissionKind;
import kz.aryz.sealing.KeyReference;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.SealedSection;
import kz.aryz.sealing.Sealer;
import kz.aryz.sealing.Section;
import kz.aryz.topic.Topics;

/**
 * Publishes a complaint: its wrapped keys, and once they are safe, the complaint with its sealed sections. Done twice, it is
 * there twice, each time under data keys of its own, with the same event id.
 */
public final class Submissions {

    /** Acceptance is a duty: Administrative Procedural and Process Code, article 64. */
    private static final String LEGAL_BASIS = "APPC-64";

    private final Log log;
    private final Sealer sealer;
    private final Clock clock;

    public Submissions(Log log, Sealer sealer, Clock clock) {
        this.log = log;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Returns when every in-sync replica has the complaint. */
    void publish(String id, Complaint complaint, Actor actor, Claimed claimed, Deadline deadline)
            throws LogUnavailable {
        SealedSection account = sealer.seal(id, Section.ACCOUNT, complaint.account(), Recipient.ofAccount());
        SealedSection identity = sealer.seal(
                id, Section.IDENTITY, complaint.identity(), Recipient.ofIdentity(complaint.transmitToProsecutor()));
        keys(id, List.of(account, identity), deadline);
        Submission submission = submission(header(id, actor, claimed), complaint, claimed, List.of(account, identity));
        deadline.await(log.append(Topics.SUBMISSIONS, id, id, submission));
    }

    private void keys(String id, List<SealedSection> sections, Deadline deadline) throws LogUnavailable {
        List<Future<Long>> acknowledgements = new ArrayList<>();
        for (SealedSection section : sections) {
            acknowledgements.add(log.append(Topics.KEYS, id, KeyReference.of(section.key()), section.key()));
        }
        for (Future<Long> acknowledgement : acknowledgements) {
            deadline.await(acknowledgement);
        }
    }

    private static Submission submission(
            EventHeader header, Complaint complaint, Claimed claimed, List<SealedSection> sections) {
        return Submission.newBuilder()
                .setKind(SubmissionKind.COMPLAINT_RECEIVED)
                .setHeader(header)
                .setComplaintReceived(ComplaintReceived.newBuilder()
                        .setComplaintNumber(claimed.getComplaintNumber())
                        .setReceivedAt(claimed.getReceivedAt())
                        .setChannel(complaint.channel())
                        .setLanguage(complaint.language())
                        .setStatusKey(claimed.getStatusKey())
                        .setTransmitToProsecutor(complaint.transmitToProsecutor())
                        .setShareWithCommissioner(complaint.shareWithCommissioner())
                        .setSections(
                                sections.stream().map(SealedSection::sealed).toList())
                        .setGaps(claimed.getGaps())
                        .build())
                .build();
    }

    private EventHeader header(String id, Actor actor, Claimed claimed) {
        return EventHeader.newBuilder()
                .setEventId(DeterministicId.of(id, "received"))
                .setComplaintId(id)
                .setOccurredAt(claimed.getReceivedAt())
                .setRecordedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setActorRef(actor.ref())
                .setActorBody(actor.body())
                .setLegalBasis(LEGAL_BASIS)
                .build();
    }
}
