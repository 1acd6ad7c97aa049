package kz.aryz.notifier;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kz.aryz.notifier.alert.Course;
import kz.aryz.notifier.alert.PastAttempts;
import kz.aryz.notifier.delivery.Delivery;
import kz.aryz.notifier.delivery.MailGroup;
import kz.aryz.notifier.delivery.MailLanes;
import kz.aryz.notifier.delivery.OutcomeWriter;
import kz.aryz.notifier.delivery.TimeLimitedSender;
import kz.aryz.notifier.inbox.Alerts;
import kz.aryz.notifier.inbox.OpenAlerts;
import kz.aryz.notifier.mail.MailRendering;
import kz.aryz.notifier.mail.SmtpSender;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.watch.DecisionTime;
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
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.runtime.streams.StreamsClient;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.runtime.streams.TaskReadiness;
import kz.aryz.sealing.Keysets;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the service and how they hang together. */
final class NotifierService {

    private static final Logger LOG = LoggerFactory.getLogger(NotifierService.class);
    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(2);

    /** One attempt per fetch: a lane holds what it works on, and leaves the rest to the others. */
    private static final Map<String, Object> ONE_AT_A_TIME =
            Map.of("max.poll.records", 1, "share.acquire.mode", "record_limit");

    private final NotifierConfig config;
    private final Lifecycle lifecycle;
    private final Clock clock = Clock.systemUTC();
    private final KafkaClients clients;
    private final Metrics metrics;
    private final AvroSerdes serdes;
    private final ReferenceFollower reference;

    NotifierService(NotifierConfig config, Lifecycle lifecycle) {
        this.config = config;
        this.lifecycle = lifecycle;
        this.clients = new KafkaClients(config.service());
        this.metrics = lifecycle.closing("metrics", new Metrics(NotifierConfig.NAME));
        this.serdes =
                lifecycle.closing("serdes", clients.avroSerdes(config.instance().stateDir()));
        this.reference =
                lifecycle.closing("reference", ReferenceFollower.of(clients.consumer("reference", Map.of()), serdes));
    }

    /** Waits for nothing but the broker: without reference data codes stand for names, and people are told all the same. */
    void start() throws IOException, ExecutionException, InterruptedException {
        reference.start();
        StreamsClient client = client();
        PastAttempts past = new PastAttempts(new LocalPartitions(client.streams()));
        MailLanes lanes = lifecycle.closing("mail", lanes(past));
        listen(client.streams(), lanes);
        client.start();
    }

    private StreamsClient client() throws IOException {
        DeadLetters deadLetters = new DeadLetters(
                Topics.NOTIFIER_DEAD_LETTERS, new NotifierDuties(clock), serdes.serializer(Topics.OBLIGATIONS));
        Map<String, Object> settings = StreamsSettings.of(config.service(), config.instance(), deadLetters);
        MailRendering rendering =
                new MailRendering(config.addresses(), config.service().advertisedUrl(), reference::current);
        NotifierTopology topology = new NotifierTopology(
                settings,
                serdes,
                new DecisionTime(config.decisionWithin(), reference::current),
                new Course(config.retries()),
                rendering);
        StreamsClient client =
                new StreamsClient(topology.get(), settings, metrics, failure -> lifecycle.fail("topology", failure));
        return lifecycle.closing("topology", StreamsClient.CLOSE_WITHIN, client);
    }

    private MailLanes lanes(PastAttempts past) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(clients.admin("mail-group"))) {
            MailGroup.prepare(admin);
        }
        SmtpSender sender = new SmtpSender(config.smtp(), config.smtpConnect(), config.addresses());
        Delivery delivery = new Delivery(
                serdes.deserializer(Topics.ATTEMPTS),
                past,
                new TimeLimitedSender(sender, config.sending()),
                new OutcomeWriter(producer("outcomes", Topics.OUTCOMES)),
                metrics.registry(),
                clock);
        return MailLanes.start(
                config.lanes(), this::shareConsumer, delivery, failure -> lifecycle.fail("mail", failure));
    }

    private ShareConsumer<byte[], byte[]> shareConsumer() {
        return new KafkaShareConsumer<>(
                clients.shareConsumer("mail", MailGroup.NAME, ONE_AT_A_TIME),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void listen(KafkaStreams streams, MailLanes lanes) {
        Gate gate = Gate.of(config.service(), config.oidc(), clock);
        Alerts alerts = lifecycle.closing(
                "inbox",
                Alerts.of(
                        streams,
                        StreamsSettings.address(config.service(), config.instance()),
                        gate.pass(),
                        producer("acknowledgements", Topics.ACKNOWLEDGEMENTS),
                        producer("keys", Topics.KEYS),
                        Keysets.load(config.keys()).sealer(clock),
                        reference::current,
                        clock));
        new OpenAlerts(new LocalPartitions(streams), clock).register(metrics.registry());
        HealthChecks readiness = new HealthChecks(checks(streams, lanes), HEALTH_WITHIN);
        StaffServer server =
                StaffServer.start(config.service(), Language.KAZAKH, metrics, readiness, gate, alerts::register);
        lifecycle.closing("http", server);
        if (config.oidc().isEmpty()) {
            LOG.warn(
                    "the inbox is open to everybody who reaches {} port {}: OIDC_ISSUER is not set",
                    config.service().bind(),
                    server.port());
        }
    }

    private static Map<String, HealthCheck> checks(KafkaStreams streams, MailLanes lanes) {
        return Map.of(
                "ledger", new TaskReadiness(streams, NotifierStores.INBOX, Topics.OBLIGATIONS.name()),
                "watch", new TaskReadiness(streams, NotifierStores.DEADLINES, Topics.SUBMISSIONS.name()),
                "mail", lanes);
    }

    private <V> Producer<String, V> producer(String role, Topic<V> topic) {
        Map<String, Object> settings = clients.producer(role, Map.of());
        KafkaProducer<String, V> producer =
                new KafkaProducer<>(settings, new StringSerializer(), serdes.serializer(topic));
        metrics.bind(producer);
        return lifecycle.closing(role, producer);
    }
}
