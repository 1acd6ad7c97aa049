package kz.aryz.triage.desk;

import java.util.Optional;

/**
 * A wish that a complaint be given to somebody.
 *
 * @param unit code of the unit in whose queue it was seen
 * @param complaintId the complaint
 * @param assignee pseudonym of who is to have it
 * @param expectedSeq position of the last event that was known; empty for the present one
 * @param reasonCode why; empty where no reason is given
 * @param key of the request: the same order under the same key is one
 */
record Order(
        String unit,
        String complaintId,
        String assignee,
        Optional<Long> expectedSeq,
        Optional<String> reasonCode,
        String key) {}
