package kz.aryz.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.UUID;
import kz.aryz.quickstart.mail.ReceivedMail;

/** What has to happen to every complaint of class A. */
record Journeys(Client client, Duration patience) {

    /** Hands a complaint in. */
    Receipt submit(JsonNode complaint) {
        return client.submit(complaint, UUID.randomUUID().toString());
    }

    /** The complaint comes to stand in exactly one queue, and the Commissioner gets mail about one duty. */
    void awaitArrival(Receipt receipt) {
        String number = receipt.complaintNumber();
        await().atMost(patience)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(client.unitsOf(number)).hasSize(1));
        await().atMost(patience)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(client.mailsAbout(number)).isNotEmpty());
        await().atMost(patience)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(client.mailsAbout(number).stream()
                                .map(ReceivedMail::messageId)
                                .distinct())
                        .hasSize(1));
    }
}
