package kz.aryz.system.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What came of all attempts under one idempotency key.
 *
 * @param key the key
 * @param attempts in no order
 */
record Heat(String key, List<Attempt> attempts) {

    /** One body won: whoever sent it has the same receipt, everybody else a conflict. */
    void assertOneWinner() {
        assertThat(attempts).anyMatch(Attempt::accepted);
        assertThat(attempts).allSatisfy(this::assertFair);
    }

    private void assertFair(Attempt attempt) {
        if (attempt.body().equals(winner())) {
            assertThat(attempt.answer().status()).isEqualTo(201);
            assertThat(attempt.answer().body()).isEqualTo(receipt());
        } else {
            assertThat(attempt.answer().status()).isEqualTo(409);
        }
    }

    String complaintNumber() {
        return receipt().path("complaintNumber").asText();
    }

    JsonNode receipt() {
        return accepted().answer().body();
    }

    private JsonNode winner() {
        return accepted().body();
    }

    private Attempt accepted() {
        return attempts.stream().filter(Attempt::accepted).findFirst().orElseThrow();
    }
}
