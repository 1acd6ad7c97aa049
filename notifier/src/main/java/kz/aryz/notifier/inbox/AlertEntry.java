package kz.aryz.notifier.inbox;

import java.time.Instant;
import kz.aryz.notifier.alert.AlertState;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Raised;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the inbox shows it. Times are ISO 8601 in UTC.
 *
 * @param obligationId the obligation
 * @param complaintId the complaint; null where unknown
 * @param complaintNumber speakable number; null where unknown
 * @param addressee who must be told
 * @param reason why
 * @param allegationClass severity class; UNKNOWN is handled as A
 * @param priority urgency
 * @param regionCode region; null where unknown
 * @param facilityType type of facility; null where unknown
 * @param detailCode code of the fault; null where there is none
 * @param state OPEN until a person confirms, whatever became of the mail
 * @param createdAt when the duty to tell arose
 * @param receivedAt when the complaint was received; null where unknown
 * @param attempts deliveries begun
 * @param lastResult code of the last outcome; null before the first
 * @param deliveredAt when a mail server took the message; null until then
 * @param nextAttemptAt when the next attempt is due; null where none will be
 * @param acknowledgedAt when a person confirmed; null until then
 */
public record AlertEntry(
        String obligationId,
        @Nullable String complaintId,
        @Nullable String complaintNumber,
        String addressee,
        String reason,
        String allegationClass,
        String priority,
        @Nullable String regionCode,
        @Nullable String facilityType,
        @Nullable String detailCode,
        AlertState state,
        String createdAt,
        @Nullable String receivedAt,
        int attempts,
        @Nullable String lastResult,
        @Nullable String deliveredAt,
        @Nullable String nextAttemptAt,
        @Nullable String acknowledgedAt) {

    static AlertEntry of(Obligation obligation, AlertProgress progress) {
        Raised raised = obligation.getRaised();
        return new AlertEntry(
                obligation.getObligationId(),
                raised.getComplaintId(),
                raised.getComplaintNumber(),
                raised.getAddressee(),
                raised.getReason().name(),
                raised.getAllegationClass().name(),
                raised.getPriority().name(),
                raised.getRegionCode(),
                raised.getFacilityType(),
                raised.getDetailCode(),
                InboxPlace.of(obligation, progress).state(),
                obligation.getHeader().getRecordedAt().toString(),
                text(raised.getReceivedAt()),
                progress.getAttempts(),
                progress.getLastResult(),
                text(progress.getDeliveredAt()),
                text(progress.getDueAt()),
                text(progress.getAcknowledgedAt()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
