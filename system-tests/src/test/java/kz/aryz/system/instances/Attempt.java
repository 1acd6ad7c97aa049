package kz.aryz.system.instances;

import com.fasterxml.jackson.databind.JsonNode;
import kz.aryz.system.Http.Answer;

/**
 * A complaint that was sent under an idempotency key until the answer settled the matter.
 *
 * @param body what was sent
 * @param answer the answer that settled it
 */
record Attempt(JsonNode body, Answer answer) {

    boolean accepted() {
        return answer.status() == 201;
    }
}
