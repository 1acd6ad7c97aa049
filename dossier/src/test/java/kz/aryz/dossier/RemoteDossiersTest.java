package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.StaffServer;
import kz.aryz.runtime.streams.Peer;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one instance asks another, over HTTP. */
class RemoteDossiersTest {

    private static final String SERVICE = "notifier";
    private static final String ODD = "a/b?c=d&e%2F|f";
    private static final Set<Integer> HERE = Set.of(3);

    private final Held held = new Held();
    private final Metrics metrics = new Metrics(SERVICE);
    private final HttpClient client = HttpClient.newHttpClient();
    private final StaffServer server;
    private final RemoteDossiers remote;

    RemoteDossiersTest() throws IOException {
        int port = freePort();
        CommonVariables variables = new CommonVariables(SERVICE, "127.0.0.1", port);
        ServiceConfig config = variables.config(Environment.read(Map.of(), variables.all()));
        Gate gate = Gate.of(config, Optional.empty(), Clock.systemUTC());
        HealthChecks readiness = new HealthChecks(Map.of(), Duration.ofSeconds(1));
        server = StaffServer.start(config, Language.ENGLISH, metrics, readiness, gate, new PeerApi(held)::register);
        HostInfo host = new HostInfo("127.0.0.1", port);
        remote = new RemoteDossiers(new Peer(client, new ObjectMapper(), host, Duration.ofSeconds(10), gate.pass()));
    }

    @AfterEach
    void close() {
        server.close();
        metrics.close();
        client.close();
    }

    @Test
    void askedForAStretchItSaysWhereRecordsOfThatKindLie() {
        held.stretches.put(
                Trail.ACCESSES + " of " + Records.COMPLAINT + " before 9", new Stretch(List.of(7L, 8L), true));
        held.stretches.put(Trail.SUBMISSIONS + " of " + Records.COMPLAINT, new Stretch(List.of(1L), false));

        assertThat(remote.stretch(Records.COMPLAINT, Trail.ACCESSES, Optional.of(new Place(9))))
                .isEqualTo(new StretchSlice(HERE, new Stretch(List.of(7L, 8L), true)));
        assertThat(remote.stretch(Records.COMPLAINT, Trail.SUBMISSIONS, Optional.empty()))
                .isEqualTo(new StretchSlice(HERE, new Stretch(List.of(1L), false)));
    }

    @Test
    void namesArriveAsTheyAreWhateverIsInThem() {
        String keyRef = Records.COMPLAINT + "/identity/" + ODD;
        held.keys.put(keyRef, new KeyPlace(5L, null));
        held.stretches.put(Trail.ACCESSES + " of " + ODD, new Stretch(List.of(2L), false));

        assertThat(remote.keys(Records.COMPLAINT, List.of(keyRef)).keys()).isEqualTo(held.keys);
        assertThat(remote.stretch(ODD, Trail.ACCESSES, Optional.empty())
                        .stretch()
                        .places())
                .containsExactly(2L);
        assertThat(remote.find(ODD)).isEqualTo(new DossierSlice(HERE, null));
    }

    @Test
    void moreDataKeysThanAreAskedForAtOnceItRefuses() {
        List<String> many = IntStream.rangeClosed(0, Dossiers.KEYS_AT_ONCE)
                .mapToObj(number -> Records.COMPLAINT + "/identity/" + number)
                .toList();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> remote.keys(Records.COMPLAINT, many))
                .withMessageContaining("400");
    }

    /** What another instance holds, by what it is asked for. */
    private static final class Held implements DossierContents {

        private final Map<String, Stretch> stretches = new HashMap<>();
        private final Map<String, KeyPlace> keys = new HashMap<>();

        @Override
        public DossierSlice find(String complaintId) {
            return complaintId.equals(ODD) ? new DossierSlice(HERE, null) : DossierSlice.NOT_HERE;
        }

        @Override
        public StretchSlice stretch(String complaintId, Trail trail, Optional<Place> before) {
            String asked = trail + " of " + complaintId
                    + before.map(place -> " before " + place.offset()).orElse("");
            return Optional.ofNullable(stretches.get(asked))
                    .map(stretch -> new StretchSlice(HERE, stretch))
                    .orElse(StretchSlice.NOT_HERE);
        }

        @Override
        public KeysSlice keys(String complaintId, List<String> keyRefs) {
            Map<String, KeyPlace> known = new HashMap<>(keys);
            known.keySet().retainAll(keyRefs);
            return new KeysSlice(HERE, known);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
