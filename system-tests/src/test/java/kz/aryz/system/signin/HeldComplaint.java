package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import kz.aryz.quickstart.Addresses;
import kz.aryz.schema.Submission;
import kz.aryz.system.Http;
import kz.aryz.system.TopicContents;
import kz.aryz.system.journey.Complaints;
import kz.aryz.topic.Topics;

/**
 * A complaint whose sender refused that the prosecution learns who they are, so that no unit gets it.
 *
 * @param id its id
 * @param number its speakable number
 * @param story what it says, found nowhere else
 * @param name who sent it, likewise
 */
record HeldComplaint(String id, String number, String story, String name) {

    static HeldComplaint handIn(Http http, Addresses addresses, TopicContents log) throws IOException {
        return handIn(http, addresses, log, "MIA");
    }

    /** One that accuses that body. */
    static HeldComplaint handIn(Http http, Addresses addresses, TopicContents log, String accused) throws IOException {
        return handIn(
                http,
                addresses,
                log,
                "Меня избивали в отделе",
                complaint -> complaint.putArray("accusedBodyCodes").add(accused));
    }

    /** One of class C, of which nobody must be told. */
    static HeldComplaint harmless(Http http, Addresses addresses, TopicContents log) throws IOException {
        return handIn(
                http,
                addresses,
                log,
                "Не выдают посылку с книгами",
                complaint -> complaint.putArray("declaredTypes").add("PROPERTY"));
    }

    /** One that goes on, so that a unit gets the bare facts in spite of the refusal. */
    static HeldComplaint inDanger(Http http, Addresses addresses, TopicContents log) throws IOException {
        return handIn(http, addresses, log, "Меня избивают каждый день", complaint -> complaint.put("ongoing", true));
    }

    private static HeldComplaint handIn(
            Http http, Addresses addresses, TopicContents log, String opening, Consumer<ObjectNode> peculiarity)
            throws IOException {
        String mark = UUID.randomUUID().toString();
        String story = opening + ", метка " + mark;
        String name = "Жанна Сарсенова " + mark;
        ObjectNode complaint = Complaints.torture("WEB_FORM", "ru");
        complaint.put("narrative", story);
        complaint.putObject("complainant").put("fullName", name);
        complaint.putObject("consents").put("transmitToProsecutor", "REFUSED");
        peculiarity.accept(complaint);
        Http.Answer answer = http.post(
                addresses.intakeUrl().resolve("/api/v1/complaints"),
                complaint.toString(),
                Map.of("Idempotency-Key", mark));
        assertThat(answer.status()).isEqualTo(201);
        String number = answer.body().path("complaintNumber").asText();
        return new HeldComplaint(idOf(log, number), number, story, name);
    }

    /** Id of the complaint with that number. */
    static String idOf(TopicContents log, String number) {
        return log.of(Topics.SUBMISSIONS).stream()
                .filter(submission ->
                        submission.getComplaintReceived().getComplaintNumber().equals(number))
                .map(Submission::getHeader)
                .findFirst()
                .orElseThrow()
                .getComplaintId();
    }

    /** Waits until the Commissioner's service knows of it. */
    HeldComplaint awaitAt(URI inbox, Token officer, Http http) {
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(officer.post(
                                        http,
                                        inbox.resolve("/api/v1/complaints/" + id + "/openings"),
                                        "{\"section\": \"account\", \"purpose\": \"OVERSIGHT\"}")
                                .status())
                        .isEqualTo(200));
        return this;
    }
}
