package kz.aryz.triage;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFollower;
import kz.aryz.runtime.Lifecycle;
import kz.aryz.runtime.config.KafkaClients;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.StaffServer;
import kz.aryz.runtime.streams.StreamsClient;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.runtime.streams.TaskReadiness;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topics;
import kz.aryz.triage.classification.Classification;
import kz.aryz.triage.desk.Desk;
import kz.aryz.triage.disposition.AccountOpening;
import kz.aryz.triage.disposition.Dispositions;
import kz.aryz.triage.obligation.DeadLetterAlarms;
import kz.aryz.triage.queue.BrokerQueueTopics;
import kz.aryz.triage.queue.QueueTopics;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the service and how they hang together. */
final class TriageService {

    private static final Logger LOG = LoggerFactory.getLogger(TriageService.class);
    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(2);

    private final TriageConfig config;
    private final Lifecycle lifecycle;
    private final Clock clock = Clock.systemUTC();
    private final KafkaClients clients;
    private final Metrics metrics;
    private final AvroSerdes serdes;

    TriageService(TriageConfig config, Lifecycle lifecycle) {
        this.config = config;
        this.lifecycle = lifecycle;
        this.clients = new KafkaClients(config.service());
        this.metrics = lifecycle.closing("metrics", new Metrics(TriageConfig.NAME));
        this.serdes =
                lifecycle.closing("serdes", clients.avroSerdes(config.instance().stateDir()));
    }

    /** Listens at once; returns when the topology has begun, which waits for reference data. */
    void start() throws IOException, ExecutionException, InterruptedException {
        Admin admin = lifecycle.closing("admin", Admin.create(clients.admin("queues")));
        ReferenceFollower follower =
                lifecycle.closing("reference", ReferenceFollower.of(clients.consumer("reference", Map.of()), serdes));
        QueueTopics queues = new BrokerQueueTopics(admin);
        StartGate gate = new StartGate(follower::current, follower::problem, queues);
        StreamsClient client = client(queues, () -> follower.current().orElseThrow());
        listen(client.streams(), follower, gate);
        follower.start();
        gate.await();
        client.start();
    }

    private StreamsClient client(QueueTopics queues, Supplier<Reference> reference) throws IOException {
        DeadLetters deadLetters = new DeadLetters(
                Topics.TRIAGE_DEAD_LETTERS,
                new DeadLetterAlarms(reference, clock),
                serdes.serializer(Topics.OBLIGATIONS));
        Map<String, Object> settings = StreamsSettings.of(config.service(), config.instance(), deadLetters);
        AccountOpening opening = new AccountOpening(Keysets.load(config.keys()).opener(Recipient.TRIAGE));
        Dispositions dispositions = new Dispositions(Classification.standard(), queues);
        TriageTopology topology = new TriageTopology(settings, serdes, reference, opening, dispositions);
        StreamsClient client =
                new StreamsClient(topology.get(), settings, metrics, failure -> lifecycle.fail("topology", failure));
        return lifecycle.closing("topology", StreamsClient.CLOSE_WITHIN, client);
    }

    private void listen(KafkaStreams streams, ReferenceFollower follower, StartGate start) {
        HostInfo self = StreamsSettings.address(config.service(), config.instance());
        Gate gate = Gate.of(config.service(), config.oidc(), clock);
        Desk desk = lifecycle.closing("desk", Desk.of(streams, self, gate.pass(), follower::current, clock));
        Map<String, HealthCheck> readiness = Map.of(
                "reference",
                start::health,
                "tasks",
                new TaskReadiness(streams, TriageStores.QUEUE_INDEX, Topics.SUBMISSIONS.name()));
        HealthChecks checks = new HealthChecks(readiness, HEALTH_WITHIN);
        StaffServer server =
                StaffServer.start(config.service(), Language.KAZAKH, metrics, checks, gate, desk::register);
        lifecycle.closing("http", server);
        if (config.oidc().isEmpty()) {
            LOG.warn(
                    "the queues are open to everybody who reaches {} port {}: OIDC_ISSUER is not set",
                    config.service().bind(),
                    server.port());
        }
    }
}
