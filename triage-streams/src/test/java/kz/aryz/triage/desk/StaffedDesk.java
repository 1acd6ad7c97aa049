package kz.aryz.triage.desk;

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
import java.util.concurrent.atomic.AtomicReference;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.command.Commands;
import kz.aryz.command.Outcomes;
import kz.aryz.dossier.destruction.Destructions;
import kz.aryz.dossier.opening.Openings;
import kz.aryz.dossier.opening.Readership;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.OidcClient;
import kz.aryz.runtime.signin.PeerPass;
import kz.aryz.runtime.signin.StaffRoute;
import kz.aryz.runtime.signin.StaffServer;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;
import kz.aryz.schema.StaffMember;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import kz.aryz.triage.decision.Complaints;
import kz.aryz.triage.staff.Arrivals;
import kz.aryz.triage.staff.MemberRecords;
import kz.aryz.triage.staff.Roster;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A desk over HTTP, with complaints, their dossiers, a roster and somebody who answers commands. */
final class StaffedDesk implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Clock CLOCK = Clock.systemUTC();

    final AtomicReference<Optional<Reference>> reference = new AtomicReference<>(Optional.of(Complaints.REFERENCE));
    final Outcomes outcomes = new Outcomes();
    final AnsweringTriage triage = new AnsweringTriage(outcomes);
    final URI address;
    final PeerPass pass;

    private final Metrics metrics = new Metrics("triage-streams");
    private final MemberRecords records;
    private final Roster roster;
    private final MockProducer<String, StaffMember> written = new MockProducer<>(
            true, null, new StringSerializer(), AvroSerdes.inMemory().serializer(Topics.STAFF_MEMBERS));
    private final Arrivals arrivals;
    private final StaffServer server;

    /** @param client at the identity provider; empty where nobody signs in */
    StaffedDesk(Optional<OidcClient> client, List<Held.Lying> complaints) throws IOException {
        Keysets keysets = Keysets.generate();
        records = new MemberRecords(keysets.sealer(CLOCK), keysets.opener(Recipient.TRIAGE));
        roster = new Roster(records);
        arrivals = new Arrivals(roster, records, written, CLOCK);
        int port = freePort();
        address = URI.create("http://localhost:" + port);
        CommonVariables variables = new CommonVariables("triage-streams", "127.0.0.1", port);
        ServiceConfig config = variables.config(Environment.read(Map.of(), variables.all()));
        Slices held = new Held(complaints);
        Gathering<Slices> all = new Gathering<>(() -> List.of(new Holder<>(held, Set.of(0))), 1, Duration.ofSeconds(5));
        Staffing staffing = new Staffing(roster, arrivals, new Commands(triage, outcomes, () -> true, PATIENCE));
        Desk desk = new Desk(HttpClient.newHttpClient(), held, all, reference::get, staffing, CLOCK);
        HeldDossiers dossiers = new HeldDossiers(complaints);
        Readership readership =
                new DeskReadership(dossiers::find, new DeskQueues(all), new QueueSight(reference::get, CLOCK));
        HealthChecks readiness = new HealthChecks(Map.of(), Duration.ofSeconds(1));
        Gate gate = Gate.of(config, client, CLOCK);
        Destructions destructions = dossiers.destructions(desk.candidates(), keysets, gate.stepUp(), CLOCK);
        Openings openings = dossiers.openings(readership, reference::get, keysets, destructions.annex(), CLOCK);
        pass = gate.pass();
        server = StaffServer.start(config, Language.ENGLISH, metrics, readiness, gate, routes -> {
            desk.register(routes);
            destructions.register(routes, openings.register(routes));
        });
    }

    List<StaffRoute> table() {
        return server.table();
    }

    /** Somebody who came to some instance, and was written down and read back. */
    String came(String name, Role role, String unit) {
        String pseudonym = "pseudonym-of-" + name;
        arrivals.note(new Person(pseudonym, Set.of(role), Set.of(unit), Set.of()), name);
        return pseudonym;
    }

    /** What was written of who came. */
    List<StaffMember> written() {
        return written.history().stream().map(record -> record.value()).toList();
    }

    /** Reads back what was written so far. */
    void readBack() {
        written().forEach(row -> roster.take(row.getPerson().getPseudonym(), row));
    }

    @Override
    public void close() {
        server.close();
        arrivals.close();
        metrics.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
