package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static kz.aryz.system.signin.SignInAryz.ALMATY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.Http;
import kz.aryz.system.journey.Complaints;

/**
 * A complaint about the police that lies in the queue of Almaty's prosecutors.
 *
 * @param id its id
 * @param number its speakable number
 * @param story what it says, found nowhere else
 * @param name who sent it, likewise
 */
record RoutedComplaint(String id, String number, String story, String name) {

    private static final String QUEUE = "/api/v1/queues/" + ALMATY;

    /** Handed in with consent to tell the prosecution who it is. */
    static RoutedComplaint handIn(Http http, Addresses addresses, Colleague head, URI desk) throws IOException {
        return handIn(http, addresses, "GIVEN", head, desk);
    }

    /** Danger to life, which sends the bare facts to a unit whatever was said when asked for consent. */
    static RoutedComplaint handIn(Http http, Addresses addresses, String consent, Colleague head, URI desk)
            throws IOException {
        String mark = UUID.randomUUID().toString();
        String story = "Меня избивают в отделе, метка " + mark;
        String name = "Жанна Сарсенова " + mark;
        ObjectNode complaint = Complaints.torture("WEB_FORM", "ru");
        complaint.put("narrative", story);
        complaint.put("ongoing", true);
        complaint.putObject("complainant").put("fullName", name);
        complaint.putObject("consents").put("transmitToProsecutor", consent);
        Http.Answer answer = http.post(
                addresses.intakeUrl().resolve("/api/v1/complaints"),
                complaint.toString(),
                Map.of("Idempotency-Key", mark));
        assertThat(answer.status()).isEqualTo(201);
        String number = answer.body().path("complaintNumber").asText();
        String id = await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> idOf(number, head.read(http, desk, QUEUE + "?limit=500")), found -> !found.isEmpty());
        return new RoutedComplaint(id, number, story, name);
    }

    /** Waits until the head of the unit can read at a desk what happened. */
    RoutedComplaint awaitAt(URI desk, Colleague head, Http http) {
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(head.token()
                                .post(
                                        http,
                                        desk.resolve("/api/v1/complaints/" + id + "/openings"),
                                        "{\"section\": \"account\", \"purpose\": \"OVERSIGHT\"}")
                                .status())
                        .isEqualTo(200));
        return this;
    }

    private static String idOf(String number, Http.Answer queue) {
        return StreamSupport.stream(queue.body().path("items").spliterator(), false)
                .filter(item -> item.path("complaintNumber").asText().equals(number))
                .findFirst()
                .map(item -> item.path("complaintId"))
                .map(JsonNode::asText)
                .orElse("");
    }
}
