package kz.aryz.system.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.aryz.quickstart.Addresses;
import kz.aryz.system.Http;

/** What staff see of complaints, as the services' answers say it. */
record Sight(Http http, Addresses addresses) {

    private static final String NUMBER = "complaintNumber";

    /** What stands in the queues about these complaints, by unit and number. */
    Map<String, JsonNode> queues(Predicate<String> numbers) throws IOException {
        Map<String, JsonNode> entries = new TreeMap<>();
        for (JsonNode unit :
                body(addresses.triageUrl().resolve("/api/v1/queues")).path("units")) {
            String code = unit.path("unit").asText();
            for (JsonNode item : body(addresses.triageUrl().resolve("/api/v1/queues/" + code + "?limit=500"))
                    .path("items")) {
                if (numbers.test(item.path(NUMBER).asText())) {
                    entries.put(code + ' ' + item.path(NUMBER).asText(), item);
                }
            }
        }
        return entries;
    }

    /** What stands in the Commissioner's inbox about them, by the id of the duty. */
    Map<String, JsonNode> duties(Predicate<String> numbers) throws IOException {
        Map<String, JsonNode> entries = new TreeMap<>();
        for (JsonNode item : body(addresses.notifierUrl().resolve("/api/v1/alerts?limit=500"))
                .path("items")) {
            if (numbers.test(item.path(NUMBER).asText())) {
                entries.put(item.path("obligationId").asText(), item);
            }
        }
        return entries;
    }

    private JsonNode body(URI address) throws IOException {
        Http.Answer answer = http.get(address);
        if (answer.status() != 200) {
            throw new IOException(address + " answers " + answer.status());
        }
        return answer.body();
    }
}
