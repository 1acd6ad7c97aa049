package kz.aryz.notifier;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import kz.aryz.audit.AccessLog;
import kz.aryz.audit.RecordedReleases;
import kz.aryz.dossier.DossierApplication;
import kz.aryz.dossier.Dossiers;
import kz.aryz.dossier.PlacedRecords;
import kz.aryz.dossier.destruction.Destructions;
import kz.aryz.dossier.destruction.OnRecord;
import kz.aryz.dossier.opening.ComplaintPage;
import kz.aryz.dossier.opening.Office;
import kz.aryz.dossier.opening.Openings;
import kz.aryz.dossier.opening.Readership;
import kz.aryz.notifier.accesses.AccessHistory;
import kz.aryz.notifier.accesses.Accesses;
import kz.aryz.notifier.alert.Course;
import kz.aryz.notifier.alert.PastAttempts;
import kz.aryz.notifier.delivery.Delivery;
import kz.aryz.notifier.delivery.MailGroup;
import kz.aryz.notifier.delivery.MailLanes;
import kz.aryz.notifier.delivery.OutcomeWriter;
import kz.aryz.notifier.delivery.TimeLimitedSender;
import kz.aryz.notifier.destruction.CompactionLag;
import kz.aryz.notifier.destruction.CompactionMarks;
import kz.aryz.notifier.destruction.DossierCandidates;
import kz.aryz.notifier.holding.HeldToday;
import kz.aryz.notifier.holding.Holdings;
import kz.aryz.notifier.inbox.Alerts;
import kz.aryz.notifier.inbox.OpenAlerts;
import kz.aryz.notifier.mail.MailRendering;
import kz.aryz.notifier.mail.SmtpSender;
import kz.aryz.notifier.release.KeyHandover;
import kz.aryz.notifier.release.Releases;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.watch.DecisionTime;
import kz.aryz.reference.ReferenceFollower;
import kz.aryz.runtime.Lifecycle;
import kz.aryz.runtime.clients.ServiceClients;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.StaffServer;
import kz.aryz.runtime.streams.FormerState;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.runtime.streams.StreamsClient;
import kz.aryz.runtime.streams.StreamsInstances;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.runtime.streams.TaskReadiness;
import kz.aryz.runtime.streams.ThreadProgress;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.sealing.rotation.RotationClients;
import kz.aryz.topic.Grants;
import kz.aryz.topic.Topics;
import kz.aryz.topic.TransactionalIds;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/** The parts of the service and how they hang together. */
final class NotifierService {

    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(2);

    /** What kept the dossiers in earlier versions. */
    private static final String FORMER_DOSSIERS = "notifier-dossier";

    /**
     * One attempt per fetch: a lane holds what it works on, and leaves the rest to the others. What comes is handed out at once;
     * while nothing comes, lanes ask so seldom that many of them cost little.
     */
    private static final Map<String, Object> LANE =
            Map.of("max.poll.records", 1, "share.acquire.mode", "record_limit", "fetch.max.wait.ms", 2_000);

    private final NotifierConfig config;
    private final Lifecycle lifecycle;
    private final Clock clock = Clock.systemUTC();
    private final Metrics metrics;
    private final ServiceClients clients;
    private final ReferenceFollower reference;

    NotifierService(NotifierConfig config, Lifecycle lifecycle) {
        this.config = config;
        this.lifecycle = lifecycle;
        this.metrics = lifecycle.closing("metrics", new Metrics(NotifierConfig.NAME));
        this.clients = new ServiceClients(config.service(), config.instance().stateDir(), metrics, lifecycle);
        this.reference = lifecycle.closing(
                "reference",
                ReferenceFollower.of(clients.settings().consumer("reference", Map.of()), clients.serdes()));
    }

    /** Waits for nothing but the broker: without reference data codes stand for names, and people are told all the same. */
    void start() throws IOException, ExecutionException, InterruptedException {
        reference.start();
        StreamsClient client = client();
        DossierApplication dossiers = dossiers();
        PastAttempts past = new PastAttempts(new LocalPartitions(client.streams()));
        MailLanes lanes = lifecycle.closing("mail", lanes(past));
        KeyHandover handover = handover();
        CompactionMarks marks = marks();
        Map<String, HealthCheck> beside = new HashMap<>(clients.followers());
        beside.put("key-handover", handover);
        beside.put("compaction-marks", marks);
        beside.put("threads", new ThreadProgress(client.streams()));
        listen(client.streams(), dossiers, lanes, beside);
        client.start();
        dossiers.start();
        handover.start();
        marks.start();
    }

    private StreamsClient client() throws IOException {
        Map<String, Object> settings = StreamsSettings.of(config.service(), config.instance(), deadLetters());
        MailRendering rendering =
                new MailRendering(config.addresses(), config.service().advertisedUrl(), reference::current);
        NotifierTopology topology = new NotifierTopology(
                settings,
                clients.serdes(),
                new DecisionTime(config.decisionWithin(), reference::current),
                config.holdingWithin(),
                new Course(config.retries()),
                rendering);
        StreamsClient client =
                new StreamsClient(topology.get(), settings, metrics, failure -> lifecycle.fail("topology", failure));
        return lifecycle.closing("topology", StreamsClient.CLOSE_WITHIN, client);
    }

    private DeadLetters deadLetters() {
        return new DeadLetters(
                Topics.NOTIFIER_DEAD_LETTERS,
                new NotifierDuties(clock),
                clients.serdes().serializer(Topics.OBLIGATIONS));
    }

    private DossierApplication dossiers() throws IOException {
        FormerState.removeApplication(config.instance().stateDir().resolve(FORMER_DOSSIERS));
        return new DossierApplication(
                Grants.NOTIFIER_DOSSIERS,
                true,
                config.service(),
                config.instance(),
                clients,
                deadLetters().beside(Topics.SUBMISSIONS, Topics.CASE_EVENTS),
                metrics,
                lifecycle);
    }

    private MailLanes lanes(PastAttempts past) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(clients.settings().admin("mail-group"))) {
            MailGroup.prepare(admin);
        }
        SmtpSender sender = new SmtpSender(config.smtp(), config.smtpConnect(), config.addresses());
        Delivery delivery = new Delivery(
                clients.serdes().deserializer(Topics.ATTEMPTS),
                past,
                new TimeLimitedSender(sender, config.sending()),
                new OutcomeWriter(clients.producer("outcomes", Topics.OUTCOMES)),
                metrics.registry(),
                clock);
        return MailLanes.start(
                config.lanes(), this::shareConsumer, delivery, failure -> lifecycle.fail("mail", failure));
    }

    private ShareConsumer<byte[], byte[]> shareConsumer() {
        return new KafkaShareConsumer<>(
                clients.settings().shareConsumer("mail", MailGroup.NAME, LANE),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** @param beside what does not keep the service from being ready, and wants a person */
    private void listen(
            KafkaStreams streams,
            DossierApplication dossierApplication,
            MailLanes lanes,
            Map<String, HealthCheck> beside) {
        Gate gate = Gate.of(config.service(), config.oidc(), new StreamsInstances(streams), clock);
        HostInfo self = StreamsSettings.address(config.service(), config.instance());
        Keysets keysets = Keysets.load(config.keys());
        Alerts alerts = lifecycle.closing(
                "inbox",
                Alerts.of(
                        streams,
                        self,
                        gate.pass(),
                        clients.producer("acknowledgements", Topics.ACKNOWLEDGEMENTS),
                        clients.producer("keys", Topics.KEYS),
                        keysets.sealer(clock),
                        reference::current,
                        clock));
        new OpenAlerts(new LocalPartitions(streams), clock).register(metrics.registry());
        Dossiers dossiers = dossierApplication.dossiers(gate.pass());
        PlacedRecords records = dossierApplication.records(clock);
        AccessLog log = dossierApplication.accessLog(keysets, clock);
        Holdings holdings = lifecycle.closing("holdings", Holdings.of(streams, self, gate.pass()));
        HeldToday today = new HeldToday(dossiers::find, reference::current, clock);
        Releases releases = new Releases(
                today,
                dossiers,
                records,
                new RecordedReleases(NotifierConfig.NAME, log),
                clients.commands(config.oidc().isPresent()),
                keysets.voucher(Recipient.COMMISSIONER),
                reference::current,
                holdings,
                gate.stepUp(),
                clock);
        Destructions destructions = new Destructions(
                Office.COMMISSIONER,
                dossierApplication.decisions(log),
                new DossierCandidates(today),
                Optional.of(new OnRecord(dossiers, records, reference::current, clock)),
                reference::current,
                gate.stepUp());
        Openings openings = new Openings(
                Office.COMMISSIONER,
                Readership.of(today),
                dossiers,
                records,
                dossierApplication.recorded(log, keysets.opener(Recipient.COMMISSIONER), clock),
                reference::current,
                List.of(releases.annex(), destructions.annex()));
        Accesses accesses = new Accesses(
                new AccessHistory(() -> clients.rawConsumer("accesses", Map.of()), clients.serdes(), clock));
        HealthChecks readiness = new HealthChecks(checks(streams, dossierApplication, lanes), beside, HEALTH_WITHIN);
        StaffServer server = StaffServer.start(config.service(), Language.KAZAKH, metrics, readiness, gate, routes -> {
            alerts.register(routes);
            holdings.register(routes);
            dossiers.register(routes);
            ComplaintPage page = openings.register(routes);
            releases.register(routes, page);
            destructions.register(routes, page);
            accesses.register(routes);
        });
        lifecycle.closing("http", server);
    }

    /**
     * What was released before is handed over whether or not anybody can sign in now. Where it fails the service stays ready: that
     * a unit waits for a key must not keep the Commissioner from an allegation.
     */
    private KeyHandover handover() throws IOException {
        Consumer<String, byte[]> events = clients.consumer("releases", Map.of("group.id", Grants.NOTIFIER_RELEASES));
        RotationClients writers = new RotationClients(
                clients.settings().admin("handover"),
                clients.serdes(),
                TransactionalIds.releases(config.instance().name()));
        KeyHandover handover = lifecycle.closing(
                "key-handover",
                Releases.handover(
                        events, clients.serdes().deserializer(Topics.CASE_EVENTS), writers, config.keys(), clock));
        handover.register(metrics.registry());
        return handover;
    }

    private CompactionMarks marks() {
        return lifecycle.closing(
                "marks",
                new CompactionMarks(
                        clients.consumer("marks", Map.of()),
                        clients.producer("mark-keys", Topics.KEYS),
                        lifecycle.closing(
                                "lag",
                                new CompactionLag(
                                        Admin.create(clients.settings().admin("lag")), clock)),
                        clock));
    }

    private static Map<String, HealthCheck> checks(KafkaStreams streams, DossierApplication dossiers, MailLanes lanes) {
        return Map.of(
                "dossiers",
                dossiers.readiness(),
                "ledger",
                new TaskReadiness(streams, NotifierStores.INBOX, Topics.OBLIGATIONS.name()),
                "watch",
                new TaskReadiness(streams, NotifierStores.DEADLINES, Topics.SUBMISSIONS.name()),
                "mail",
                lanes);
    }
}
