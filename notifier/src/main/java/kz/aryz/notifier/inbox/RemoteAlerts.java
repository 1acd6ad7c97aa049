package kz.aryz.notifier.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.notifier.alert.AlertState;
import org.apache.kafka.streams.state.HostInfo;

/** The partitions that another instance works on, asked over its {@link PeerApi}. */
final class RemoteAlerts implements AlertContents {

    private final HttpClient client;
    private final ObjectMapper json;
    private final HostInfo host;
    private final Duration patience;

    RemoteAlerts(HttpClient client, ObjectMapper json, HostInfo host, Duration patience) {
        this.client = client;
        this.json = json;
        this.host = host;
        this.patience = patience;
    }

    @Override
    public AlertSlice slice(InboxRange range, Set<Integer> partitions) {
        String state = range.state()
                .map(AlertState::name)
                .map(name -> "&state=" + name)
                .orElse("");
        String after =
                range.after().map(Cursor::encode).map(text -> "&after=" + text).orElse("");
        return get(PeerApi.ALERTS + "?partitions=" + list(partitions) + "&limit=" + range.limit() + state + after);
    }

    @Override
    public AlertSlice find(String obligationId, Set<Integer> partitions) {
        return get(PeerApi.ALERTS + '/' + obligationId + "?partitions=" + list(partitions));
    }

    private AlertSlice get(String pathAndQuery) {
        URI address = URI.create("http://" + host.host() + ':' + host.port() + pathAndQuery);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(patience).build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("status " + response.statusCode());
            }
            return json.readValue(response.body(), AlertSlice.class);
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
