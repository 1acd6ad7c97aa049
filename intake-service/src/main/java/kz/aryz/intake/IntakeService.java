package kz.aryz.intake;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import kz.aryz.id.PermanentSecret;
import kz.aryz.intake.api.ComplaintsApi;
import kz.aryz.intake.api.StatusApi;
import kz.aryz.intake.clerk.ClerkPages;
import kz.aryz.intake.complaint.ComplaintMapping;
import kz.aryz.intake.docs.ApiDescription;
import kz.aryz.intake.form.Pages;
import kz.aryz.intake.log.Follower;
import kz.aryz.intake.log.KafkaLog;
import kz.aryz.intake.log.Rows;
import kz.aryz.intake.receipt.Claims;
import kz.aryz.intake.receipt.ReceiptTable;
import kz.aryz.intake.status.Inquiry;
import kz.aryz.intake.status.Pace;
import kz.aryz.intake.status.StatusTable;
import kz.aryz.intake.submission.Reception;
import kz.aryz.intake.submission.Submissions;
import kz.aryz.reference.ReferenceFollower;
import kz.aryz.runtime.Lifecycle;
import kz.aryz.runtime.config.KafkaClients;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.HttpServer;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.sealing.Keysets;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;

/** The parts of the service and how they hang together. */
final class IntakeService {

    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(2);

    private final IntakeConfig config;
    private final Lifecycle lifecycle;
    private final Clock clock = Clock.systemUTC();
    private final Metrics metrics;
    private final Clients clients;
    private final AvroSerdes serdes;

    IntakeService(IntakeConfig config, Lifecycle lifecycle) {
        this.config = config;
        this.lifecycle = lifecycle;
        this.metrics = lifecycle.closing("metrics", new Metrics(config.service().service()));
        this.clients = new Clients(new KafkaClients(config.service()), config, metrics);
        this.serdes = lifecycle.closing("serdes", clients.serdes());
    }

    /** Returns when it listens. */
    void start() throws IOException {
        PermanentSecret secret = PermanentSecret.read(config.secretFile());
        KafkaLog log = lifecycle.closing("log", new KafkaLog(clients.producer(), clients.admin(), serdes));
        ReferenceFollower reference = lifecycle.closing("reference", ReferenceFollower.of(clients.reference(), serdes));
        reference.start();
        ReceiptTable receipts = new ReceiptTable();
        StatusTable statuses = new StatusTable();
        Follower<?> receiptFollower = follow(Topics.RECEIPTS, receipts);
        Follower<?> statusFollower = follow(Topics.STATUS, statuses);
        WarmSchemas schemas = new WarmSchemas(serdes);

        ComplaintMapping mapping = new ComplaintMapping(reference::current);
        Submissions submissions =
                new Submissions(log, Keysets.load(config.keys()).sealer(clock), clock);
        Reception reception =
                new Reception(secret, mapping, new Claims(log, receipts), submissions, clock, config.confirmWithin());
        Inquiry inquiry = new Inquiry(
                secret,
                statuses,
                receipts,
                () -> receiptFollower.hasCaughtUp() && statusFollower.hasCaughtUp(),
                Pace.create());
        listen(
                Map.of(
                        "receipts", receiptFollower::health,
                        "statuses", statusFollower::health,
                        "schemas", schemas::health),
                routes -> {
                    new ComplaintsApi(reception).register(routes);
                    new StatusApi(inquiry).register(routes);
                    new ApiDescription().register(routes);
                    new Pages(reception, inquiry, reference::current, clock).register(routes);
                    clerks(new ClerkPages(reception, reference::current, clock), routes);
                });
    }

    private void listen(Map<String, HealthCheck> readiness, Consumer<RoutesConfig> routes) {
        lifecycle.closing(
                "http",
                HttpServer.start(
                        config.service(),
                        Language.KAZAKH,
                        metrics,
                        new HealthChecks(readiness, HEALTH_WITHIN),
                        routes));
    }

    private void clerks(ClerkPages pages, RoutesConfig routes) {
        Gate gate = Gate.of(config.service(), config.oidc(), ClerkPages.HOME, clock);
        pages.register(StaffRoutes.behind(gate, routes));
    }

    private <V> Follower<V> follow(Topic<V> topic, Rows<V> rows) {
        Follower<V> follower = new Follower<>(topic, clients.consumer(topic), serdes.deserializer(topic), rows);
        Thread thread = Thread.ofPlatform().name("follow-" + topic.name()).unstarted(follower);
        thread.setUncaughtExceptionHandler((any, failure) -> lifecycle.fail(topic.name(), failure));
        lifecycle.closing(thread.getName(), () -> {
            follower.close();
            thread.join();
        });
        thread.start();
        return follower;
    }
}
