package kz.aryz.triage.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.triage.queue.IndexKey;
import org.apache.kafka.streams.state.HostInfo;

/** The partitions that another instance works on, asked over its {@link SliceApi}. */
final class RemoteSlices implements Slices {

    private final HttpClient client;
    private final ObjectMapper json;
    private final HostInfo host;
    private final Duration patience;

    RemoteSlices(HttpClient client, ObjectMapper json, HostInfo host, Duration patience) {
        this.client = client;
        this.json = json;
        this.host = host;
        this.patience = patience;
    }

    @Override
    public Slice slice(String unit, Optional<IndexKey> after, int limit, Set<Integer> partitions) {
        String start = after.map(place -> "&after=" + Cursor.encode(place)).orElse("");
        String query = "?partitions=" + list(partitions) + "&limit=" + limit + start;
        return get(SliceApi.SLICES + "/" + unit + query, Slice.class);
    }

    @Override
    public Counts counts(Set<Integer> partitions) {
        return get(SliceApi.COUNTS + "?partitions=" + list(partitions), Counts.class);
    }

    private <T> T get(String pathAndQuery, Class<T> type) {
        URI address = URI.create("http://" + host.host() + ":" + host.port() + pathAndQuery);
        try {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(address).timeout(patience).build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return json.readValue(response.body(), type);
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking another instance", stopped);
        }
    }

    private static String list(Set<Integer> partitions) {
        return partitions.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
