package kz.aryz.triage.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import kz.aryz.schema.AllegationClass;
import kz.aryz.schema.Entered;
import kz.aryz.schema.Priority;
import kz.aryz.schema.QueueItem;
import kz.aryz.triage.queue.IndexKey;
import kz.aryz.triage.register.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as its unit's list shows it: reference and metadata, no content.
 *
 * @param complaintId the complaint
 * @param complaintNumber its speakable number
 * @param allegationClass severity class; UNKNOWN is handled as A
 * @param priority urgency
 * @param receivedAt when it was received, ISO 8601 in UTC
 * @param regionCode ISO 3166-2:KZ code; null where unknown
 * @param facilityType code of the facility's type; null where unknown
 * @param assignee pseudonym of who works on it; null while nobody does
 * @param seq position of its last event: what somebody wants to be done with it refers to that; 0 where nobody is told
 */
public record QueueEntry(
        String complaintId,
        String complaintNumber,
        @JsonProperty("class") AllegationClass allegationClass,
        Priority priority,
        String receivedAt,
        @Nullable String regionCode,
        @Nullable String facilityType,
        @JsonInclude(Include.NON_NULL) @Nullable String assignee,
        @JsonInclude(Include.NON_DEFAULT) long seq) {

    static QueueEntry of(QueueItem item) {
        Entered entered = item.getEntered();
        return new QueueEntry(
                item.getComplaintId(),
                entered.getComplaintNumber(),
                entered.getAllegationClass(),
                entered.getPriority(),
                entered.getReceivedAt().toString(),
                entered.getRegionCode(),
                entered.getFacilityType(),
                null,
                0);
    }

    /** With whose it is; a complaint that has left the queue meanwhile is nobody's. */
    QueueEntry held(@Nullable CaseFile file) {
        return file == null
                ? this
                : new QueueEntry(
                        complaintId,
                        complaintNumber,
                        allegationClass,
                        priority,
                        receivedAt,
                        regionCode,
                        facilityType,
                        file.getAssignee(),
                        file.getLastSeq());
    }

    /** Without whose it is, as whoever has not signed in gets it. */
    QueueEntry unheld() {
        return new QueueEntry(
                complaintId, complaintNumber, allegationClass, priority, receivedAt, regionCode, facilityType, null, 0);
    }

    /** Its place in the unit's queue. */
    IndexKey place(String unit) {
        return new IndexKey(unit, priority, Instant.parse(receivedAt), complaintId);
    }
}
