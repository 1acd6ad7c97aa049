package kz.aryz.dossier;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kz.aryz.audit.AccessLog;
import kz.aryz.audit.EmergencyAlarm;
import kz.aryz.audit.RecordedDecisions;
import kz.aryz.audit.RecordedOpenings;
import kz.aryz.runtime.Lifecycle;
import kz.aryz.runtime.clients.ServiceClients;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.health.HealthCheck;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.PeerPass;
import kz.aryz.runtime.streams.StreamsClient;
import kz.aryz.runtime.streams.StreamsInstance;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.runtime.streams.TaskReadiness;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Opener;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;

/**
 * The dossiers beside the first application of a service, with all that the service needs to open complaints for people. It
 * may be rebuilt from the beginning, and nothing that the service does otherwise waits for it.
 */
public final class DossierApplication {

    private static final Map<String, Integer> LITTLE =
            Map.of("max.poll.records", PlacedRecords.NEAR, "max.partition.fetch.bytes", 128 * 1024);

    private final ServiceConfig service;
    private final StreamsInstance instance;
    private final ServiceClients clients;
    private final Lifecycle lifecycle;
    private final StreamsClient client;
    private final CatchingUp catchingUp;

    /**
     * Made, not yet started.
     *
     * @param name of its group
     * @param openings whether the service may read who opened what
     * @param deadLetters of the service, beside what its first application reads as well
     */
    public DossierApplication(
            String name,
            boolean openings,
            ServiceConfig service,
            StreamsInstance instance,
            ServiceClients clients,
            DeadLetters deadLetters,
            Metrics metrics,
            Lifecycle lifecycle)
            throws IOException {
        this.service = service;
        this.instance = instance;
        this.clients = clients;
        this.lifecycle = lifecycle;
        Map<String, Object> settings = StreamsSettings.ofOneMore(service, name, instance, deadLetters);
        this.catchingUp = catchingUp(name, DossiersTopology.sources(openings));
        DossiersTopology topology = new DossiersTopology(settings, clients.serdes(), openings, catchingUp::begin);
        this.client = lifecycle.closing(
                "dossiers",
                StreamsClient.CLOSE_WITHIN,
                new StreamsClient(topology.get(), settings, metrics, failure -> lifecycle.fail("dossiers", failure)));
        lifecycle.closing("dossiers-catching-up", catchingUp);
    }

    private CatchingUp catchingUp(String group, List<String> sources) {
        Admin admin = lifecycle.closing(
                "dossiers-admin", Admin.create(clients.settings().admin(group + "-catching-up")));
        return new CatchingUp(
                clients.rawConsumer("catching-up", LITTLE),
                sources,
                () -> admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get());
    }

    /** Joins its group. */
    public void start() throws IOException, ExecutionException, InterruptedException {
        client.start();
        catchingUp.start();
    }

    /** Up once the dossiers of this instance answer. */
    public HealthCheck readiness() {
        return new TaskReadiness(client.streams(), DossiersTopology.HEADS, Topics.SUBMISSIONS.name());
    }

    /** The dossiers of all instances, which know each other by {@code pass}. */
    public Dossiers dossiers(PeerPass pass) {
        return lifecycle.closing(
                "dossier-peers",
                Dossiers.of(client.streams(), catchingUp, StreamsSettings.address(service, instance), pass));
    }

    /** Reads what lies at the places that dossiers know; to go to a place that is far off brings little of what is not asked for. */
    public PlacedRecords records(Clock clock) {
        return new PlacedRecords(() -> clients.rawConsumer("places", LITTLE), clients.serdes(), clock);
    }

    /** Puts on record what people do with what is sealed. */
    public AccessLog accessLog(Keysets keysets, Clock clock) {
        return new AccessLog(
                clients.promptProducer("access-log", Topics.ACCESSES),
                clients.promptProducer("access-keys", Topics.KEYS),
                keysets.sealer(clock),
                clock);
    }

    /** Opens with the private keys of this service, and puts on record that it does. */
    public RecordedOpenings recorded(AccessLog log, Opener opener, Clock clock) {
        EmergencyAlarm alarm = new EmergencyAlarm(clients.promptProducer("emergencies", Topics.OBLIGATIONS), clock);
        return new RecordedOpenings(service.service(), opener, log, alarm);
    }

    /** Puts on record what people decide about the destruction of complaints. */
    public RecordedDecisions decisions(AccessLog log) {
        return new RecordedDecisions(service.service(), log);
    }
}
