package kz.aryz.notifier.inbox;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.audit.AccessLog;
import kz.aryz.audit.EmergencyAlarm;
import kz.aryz.audit.RecordedDecisions;
import kz.aryz.audit.RecordedOpenings;
import kz.aryz.audit.RecordedReleases;
import kz.aryz.command.Commands;
import kz.aryz.command.Outcomes;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.destruction.Destructions;
import kz.aryz.dossier.destruction.OnRecord;
import kz.aryz.dossier.opening.Annex;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.dossier.opening.Office;
import kz.aryz.dossier.opening.Openings;
import kz.aryz.notifier.accesses.Accesses;
import kz.aryz.notifier.destruction.DossierCandidates;
import kz.aryz.notifier.holding.Holdings;
import kz.aryz.notifier.holding.StandingHoldings;
import kz.aryz.notifier.release.Releases;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.signin.StaffRoute;
import kz.aryz.runtime.signin.StaffServer;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Commissioner's service over HTTP, with alerts and dossiers. Nothing that is sealed is there. */
final class StaffedInbox implements AutoCloseable {

    private static final String SERVICE = "notifier";
    private static final Clock CLOCK = Clock.systemUTC();

    final URI address;

    private final Metrics metrics = new Metrics(SERVICE);
    private final Keysets keysets = Keysets.generate();
    private final StaffServer server;

    StaffedInbox(OidcClient client, HeldComplaints held, OpenedComplaints opened) throws IOException {
        int port = freePort();
        address = URI.create("http://localhost:" + port);
        CommonVariables variables = new CommonVariables(SERVICE, "127.0.0.1", port);
        ServiceConfig config = variables.config(Environment.read(Map.of(), variables.all()));
        Alerts alerts = alerts(held);
        Holdings holdings = StandingHoldings.of(held::held);
        Accesses accesses = new Accesses(opened.history(CLOCK));
        HealthChecks readiness = new HealthChecks(Map.of(), Duration.ofSeconds(1));
        Gate gate = Gate.of(config, Optional.of(client), CLOCK);
        Releases releases = releases(held, holdings, gate);
        Destructions destructions = destructions(held, gate);
        Openings openings = openings(held, List.of(releases.annex(), destructions.annex()));
        server = StaffServer.start(config, Language.ENGLISH, metrics, readiness, gate, routes -> {
            alerts.register(routes);
            holdings.register(routes);
            ComplaintPage page = openings.register(routes);
            releases.register(routes, page);
            destructions.register(routes, page);
            accesses.register(routes);
        });
    }

    private Alerts alerts(AlertContents held) {
        Inbox inbox =
                new Inbox(new Gathering<>(() -> List.of(new Holder<>(held, Set.of(0))), 1, Duration.ofSeconds(5)));
        Confirmations confirmations = new Confirmations(
                inbox, producer(Topics.ACKNOWLEDGEMENTS), producer(Topics.KEYS), keysets.sealer(CLOCK), CLOCK);
        return new Alerts(HttpClient.newHttpClient(), held, inbox, confirmations, Optional::empty);
    }

    private Releases releases(HeldComplaints held, Holdings holdings, Gate gate) {
        return new Releases(
                held::find,
                held,
                records(),
                new RecordedReleases(SERVICE, log()),
                new Commands(producer(Topics.COMMANDS), new Outcomes(), () -> true, Duration.ofMillis(300)),
                keysets.voucher(Recipient.COMMISSIONER),
                Optional::empty,
                holdings,
                gate.stepUp(),
                CLOCK);
    }

    private Destructions destructions(HeldComplaints held, Gate gate) {
        return new Destructions(
                Office.COMMISSIONER,
                new RecordedDecisions(SERVICE, log()),
                new DossierCandidates(held::find),
                Optional.of(new OnRecord(held, records(), Optional::empty, CLOCK)),
                Optional::empty,
                gate.stepUp());
    }

    private Openings openings(HeldComplaints held, List<Annex> annexes) {
        EmergencyAlarm alarm = new EmergencyAlarm(producer(Topics.OBLIGATIONS), CLOCK);
        return new Openings(
                Office.COMMISSIONER,
                held,
                held,
                records(),
                new RecordedOpenings(SERVICE, keysets.opener(Recipient.COMMISSIONER), log(), alarm),
                Optional::empty,
                annexes);
    }

    private static PlacedRecords records() {
        return new PlacedRecords(() -> new MockConsumer<>("earliest"), AvroSerdes.inMemory(), CLOCK);
    }

    private AccessLog log() {
        return new AccessLog(producer(Topics.ACCESSES), producer(Topics.KEYS), keysets.sealer(CLOCK), CLOCK);
    }

    private static <V> Producer<String, V> producer(Topic<V> topic) {
        return new MockProducer<>(
                true, null, new StringSerializer(), AvroSerdes.inMemory().serializer(topic));
    }

    List<StaffRoute> table() {
        return server.table();
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
