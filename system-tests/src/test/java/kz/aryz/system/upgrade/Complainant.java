package kz.aryz.system.upgrade;

import java.util.UUID;
import kz.aryz.schema.Submission;
import kz.aryz.system.TopicContents;
import kz.aryz.system.journey.Client;
import kz.aryz.system.journey.Complaints;
import kz.aryz.topic.Topics;

/** Hands complaints in over HTTP, and finds what intake made of them. */
record Complainant(Client client, TopicContents topics) {

    Submission handIn() {
        String key = UUID.randomUUID().toString();
        String number = client.submit(Complaints.torture("WEB_FORM", "ru"), key).complaintNumber();
        return topics.of(Topics.SUBMISSIONS).stream()
                .filter(submission -> numberOf(submission).equals(number))
                .findFirst()
                .orElseThrow();
    }

    static String idOf(Submission submission) {
        return submission.getHeader().getComplaintId();
    }

    static String numberOf(Submission submission) {
        return submission.getComplaintReceived().getComplaintNumber();
    }
}
