package kz.aryz.triage.queue;

import java.util.List;
import kz.aryz.id.DeterministicId;
import kz.aryz.schema.ComplaintReceived;
import kz.aryz.schema.Entered;
import kz.aryz.schema.Left;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.QueueItemKind;
import kz.aryz.triage.admission.Admitted;
import kz.aryz.triage.disposition.Disposition;
import kz.aryz.triage.register.CaseFile;
import org.jspecify.annotations.Nullable;

/** What a disposition puts on queues: reference and metadata, no content. */
public final class QueueItems {

    private QueueItems() {}

    /**
     * The items in order: the complaint leaves the queue it was in, then enters its new one.
     *
     * @param known what is kept of the complaint; null where it is in no queue yet
     * @param cause id of the event that moves it
     */
    public static List<QueueItem> of(@Nullable CaseFile known, Disposition disposition, String cause) {
        QueueItem entered = entered(known, disposition, cause);
        return known == null ? List.of(entered) : List.of(left(known, disposition.complaint(), cause), entered);
    }

    private static QueueItem left(CaseFile known, Admitted complaint, String cause) {
        return item(QueueItemKind.LEFT, known.getUnit(), complaint, cause)
                .setLeft(new Left("REDECIDED"))
                .build();
    }

    private static QueueItem entered(@Nullable CaseFile known, Disposition disposition, String cause) {
        ComplaintReceived received = disposition.complaint().received();
        Entered entered = Entered.newBuilder()
                .setComplaintNumber(received.getComplaintNumber())
                .setAllegationClass(disposition.assessment().allegationClass())
                .setPriority(disposition.assessment().priority())
                .setReceivedAt(received.getReceivedAt())
                .setChannel(received.getChannel())
                .setLanguage(received.getLanguage())
                .setRegionCode(disposition.assignment().regionCode())
                .setFacilityType(disposition.assignment().facilityType())
                .setHop(known == null ? 0 : known.getHop())
                .build();
        return item(QueueItemKind.ENTERED, disposition.assignment().unit(), disposition.complaint(), cause)
                .setEntered(entered)
                .build();
    }

    private static QueueItem.Builder item(QueueItemKind kind, String unit, Admitted complaint, String cause) {
        return QueueItem.newBuilder()
                .setKind(kind)
                .setItemId(DeterministicId.of(cause, kind.name()))
                .setComplaintId(complaint.complaintId())
                .setUnit(unit)
                .setAt(complaint.at());
    }
}
