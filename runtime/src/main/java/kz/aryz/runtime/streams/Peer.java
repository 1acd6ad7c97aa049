package kz.aryz.runtime.streams;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.PeerPass;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * Another instance of the same service, asked over HTTP for the partitions that it works on.
 *
 * @param client to ask with
 * @param json to read answers with
 * @param host where the instance answers
 * @param patience how long to wait for an answer
 * @param pass shows that this instance is one of the same service
 */
public record Peer(HttpClient client, ObjectMapper json, HostInfo host, Duration patience, PeerPass pass) {
    private static final Pattern PARTITIONS = Pattern.compile("[0-9]{1,4}(,[0-9]{1,4})*");

    private static final int OK = 200;

    /**
     * Asks for something.
     *
     * @throws UncheckedIOException if there is no answer in time, or none of the kind that was asked for
     */
    public <T> T get(String pathAndQuery, Class<T> type) {
        URI address = URI.create("http://" + host.host() + ':' + host.port() + pathAndQuery);
        HttpRequest request = pass.sign(HttpRequest.newBuilder(address).timeout(patience), pathAndQuery)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != OK) {
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

    /** A text of a caller's as one segment of a path: none of it can become another path or a query. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Partitions as they stand in a query: in order, separated by commas. */
    public static String list(Set<Integer> partitions) {
        return partitions.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * The partitions that {@link #list} made this of.
     *
     * @throws ProblemException if it did not
     */
    public static Set<Integer> partitions(@Nullable String list) {
        if (list == null || !PARTITIONS.matcher(list).matches()) {
            throw ProblemException.of(ProblemType.BAD_REQUEST);
        }
        return Arrays.stream(list.split(",", -1)).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
