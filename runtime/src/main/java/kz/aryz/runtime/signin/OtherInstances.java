package kz.aryz.runtime.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other instances of a service, to tell them what one of them was told. Who does not answer in time is logged and left.
 *
 * @param addresses where they answer at the moment; this one may be among them
 */
record OtherInstances(Supplier<List<URI>> addresses) {
    private static final Logger LOG = LoggerFactory.getLogger(OtherInstances.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Sends them a form with one field, all at once, and waits until they have answered. */
    void tell(String pathAndQuery, String field, String value) {
        List<URI> all = addresses.get();
        if (all.isEmpty()) {
            return;
        }
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            CompletableFuture.allOf(all.stream()
                            .map(address -> tell(client, address.resolve(pathAndQuery), field, value))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private static CompletableFuture<Void> tell(HttpClient client, URI address, String field, String value) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(field + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding())
                .thenAccept(answer -> LOG.debug("{} has answered {}", address.getAuthority(), answer.statusCode()))
                .exceptionally(unanswered -> {
                    LOG.warn(
                            "{} was not told: {}",
                            address.getAuthority(),
                            unanswered.getClass().getSimpleName());
                    return null;
                });
    }
}
