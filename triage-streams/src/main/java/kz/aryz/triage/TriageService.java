package kz.aryz.triage;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import kz.aryz.audit.AccessLog;
import kz.aryz.dossier.DossierApplication;
import kz.aryz.dossier.Dossiers;
import kz.aryz.dossier.destruction.Destructions;
import kz.aryz.dossier.opening.Office;
import kz.aryz.dossier.opening.Openings;
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFollower;
import kz.aryz.runtime.Lifecycle;
import kz.aryz.runtime.clients.ServiceClients;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.follow.TopicFollower;
import kz.aryz.runtime.follow.TopicFollower.Start;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.StaffServer;
import kz.aryz.runtime.streams.FormerState;
import kz.aryz.runtime.streams.StreamsClient;
import kz.aryz.runtime.streams.StreamsInstances;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.runtime.streams.TaskReadiness;
import kz.aryz.runtime.streams.ThreadProgress;
import kz.aryz.schema.StaffMember;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.topic.Grants;
import kz.aryz.topic.Topics;
import kz.aryz.triage.classification.Classification;
import kz.aryz.triage.desk.Desk;
import kz.aryz.triage.desk.Staffing;
import kz.aryz.triage.disposition.AccountOpening;
import kz.aryz.triage.disposition.Dispositions;
import kz.aryz.triage.obligation.DeadLetterAlarms;
import kz.aryz.triage.queue.BrokerQueueTopics;
import kz.aryz.triage.queue.QueueTopics;
import kz.aryz.triage.staff.Arrivals;
import kz.aryz.triage.staff.MemberRecords;
import kz.aryz.triage.staff.Roster;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/** The parts of the service and how they hang together. */
final class TriageService {

    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(2);

    /** What kept the dossiers in earlier versions. */
    private static final String FORMER_DOSSIERS = "triage-streams-dossier";

    private final TriageConfig config;
    private final Lifecycle lifecycle;
    private final Clock clock = Clock.systemUTC();
    private final Metrics metrics;
    private final ServiceClients clients;
    private final Keysets keysets;

    TriageService(TriageConfig config, Lifecycle lifecycle) {
        this.config = config;
        this.lifecycle = lifecycle;
        this.metrics = lifecycle.closing("metrics", new Metrics(TriageConfig.NAME));
        this.clients = new ServiceClients(config.service(), config.instance().stateDir(), metrics, lifecycle);
        this.keysets = Keysets.load(config.keys());
    }

    /** Listens at once; returns when the topology has begun, which waits for reference data. */
    void start() throws IOException, ExecutionException, InterruptedException {
        Admin admin = lifecycle.closing("admin", Admin.create(clients.settings().admin("queues")));
        ReferenceFollower follower = lifecycle.closing(
                "reference",
                ReferenceFollower.of(clients.settings().consumer("reference", Map.of()), clients.serdes()));
        QueueTopics queues = new BrokerQueueTopics(admin);
        StartGate gate = new StartGate(follower::current, follower::problem, queues);
        StreamsClient client = client(queues, () -> follower.current().orElseThrow());
        DossierApplication dossiers = dossiers(() -> follower.current().orElseThrow());
        listen(client.streams(), dossiers, follower, gate);
        follower.start();
        gate.await();
        client.start();
        dossiers.start();
    }

    private DeadLetters deadLetters(Supplier<Reference> reference) {
        return new DeadLetters(
                Topics.TRIAGE_DEAD_LETTERS,
                new DeadLetterAlarms(reference, clock),
                clients.serdes().serializer(Topics.OBLIGATIONS));
    }

    private DossierApplication dossiers(Supplier<Reference> reference) throws IOException {
        FormerState.removeApplication(config.instance().stateDir().resolve(FORMER_DOSSIERS));
        return new DossierApplication(
                Grants.TRIAGE_DOSSIERS,
                false,
                config.service(),
                config.instance(),
                clients,
                deadLetters(reference).beside(Topics.SUBMISSIONS, Topics.KEYS),
                metrics,
                lifecycle);
    }

    private StreamsClient client(QueueTopics queues, Supplier<Reference> reference) throws IOException {
        Map<String, Object> settings = StreamsSettings.of(config.service(), config.instance(), deadLetters(reference));
        AccountOpening opening = new AccountOpening(keysets.opener(Recipient.TRIAGE));
        Dispositions dispositions = new Dispositions(Classification.standard(), queues);
        TriageTopology topology = new TriageTopology(settings, clients.serdes(), reference, opening, dispositions);
        FormerState.removeStore(
                config.instance().stateDir().resolve(config.service().service()), TriageStores.WRAPPED_KEYS);
        StreamsClient client =
                new StreamsClient(topology.get(), settings, metrics, failure -> lifecycle.fail("topology", failure));
        return lifecycle.closing("topology", StreamsClient.CLOSE_WITHIN, client);
    }

    /** Where nobody signs in, nobody is given anything, and nothing needs to be followed. */
    private Staffing staffing() {
        MemberRecords records = new MemberRecords(keysets.sealer(clock), keysets.opener(Recipient.TRIAGE));
        Roster roster = new Roster(records);
        TopicFollower<StaffMember> follower = clients.follower("roster", Topics.STAFF_MEMBERS, Start.BEGINNING, roster);
        boolean asked = config.oidc().isPresent();
        if (asked) {
            follower.start();
        }
        Producer<String, StaffMember> staff = clients.promptProducer("staff", Topics.STAFF_MEMBERS);
        Arrivals arrivals = lifecycle.closing("arrivals", new Arrivals(roster, records, staff, clock));
        return new Staffing(roster, arrivals, clients.commands(asked));
    }

    private void listen(
            KafkaStreams streams, DossierApplication application, ReferenceFollower follower, StartGate start) {
        HostInfo self = StreamsSettings.address(config.service(), config.instance());
        Gate gate = Gate.of(config.service(), config.oidc(), new StreamsInstances(streams), clock);
        Desk desk =
                lifecycle.closing("desk", Desk.of(streams, self, gate.pass(), follower::current, staffing(), clock));
        Dossiers dossiers = application.dossiers(gate.pass());
        AccessLog log = application.accessLog(keysets, clock);
        Destructions destructions = new Destructions(
                Office.UNITS,
                application.decisions(log),
                desk.candidates(),
                Optional.empty(),
                follower::current,
                gate.stepUp());
        Openings openings = new Openings(
                Office.UNITS,
                desk.readership(dossiers),
                dossiers,
                application.records(clock),
                application.recorded(log, keysets.opener(Recipient.TRIAGE), clock),
                follower::current,
                List.of(destructions.annex()));
        Map<String, HealthCheck> readiness = Map.of(
                "dossiers",
                application.readiness(),
                "reference",
                start::health,
                "tasks",
                new TaskReadiness(streams, TriageStores.QUEUE_INDEX, Topics.SUBMISSIONS.name()));
        Map<String, HealthCheck> beside = new HashMap<>(clients.followers());
        beside.put("threads", new ThreadProgress(streams));
        HealthChecks checks = new HealthChecks(readiness, beside, HEALTH_WITHIN);
        StaffServer server = StaffServer.start(config.service(), Language.KAZAKH, metrics, checks, gate, routes -> {
            desk.register(routes);
            dossiers.register(routes);
            destructions.register(routes, openings.register(routes));
        });
        lifecycle.closing("http", server);
    }
}
