package kz.aryz.system.upgrade;

import static kz.aryz.system.Patience.PATIENCE;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import kz.aryz.reference.Reference;
import kz.aryz.reference.ReferenceFollower;
import kz.aryz.runtime.config.KafkaClients;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Recipient;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.SharedAryz;
import kz.aryz.topic.Topics;
import kz.aryz.triage.TriageConfig;
import kz.aryz.triage.TriageTopology;
import kz.aryz.triage.classification.Classification;
import kz.aryz.triage.disposition.AccountOpening;
import kz.aryz.triage.disposition.Dispositions;
import kz.aryz.triage.obligation.DeadLetterAlarms;
import kz.aryz.triage.queue.BrokerQueueTopics;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.clients.admin.Admin;

/**
 * The next version of triage-streams in this process: today's topology and an addition, in today's group, under the name of
 * today's instance, on its state folder. Whoever starts it has stopped today's.
 */
final class NextTriage implements AutoCloseable {

    private final AvroSerdes serdes;
    private final ReferenceFollower follower;
    private final Admin admin;
    private final RunningTopology topology;

    NextTriage(SharedAryz aryz, Addition addition) throws IOException {
        TriageConfig config = TriageConfig.from(Shipped.variables(
                aryz, TriageConfig.NAME, "triage", aryz.addresses().triageUrl()));
        KafkaClients clients = new KafkaClients(config.service());
        serdes = clients.avroSerdes(config.instance().stateDir());
        follower = ReferenceFollower.of(clients.consumer("reference", Map.of()), serdes);
        admin = Admin.create(clients.admin("queues"));
        Map<String, Object> settings = StreamsSettings.of(config.service(), config.instance(), deadLetters());
        TriageTopology today = new TriageTopology(settings, serdes, this::reference, opening(config), dispositions());
        topology =
                new RunningTopology(addition.make(today.get(), TriageConfig.NAME, TriageStores.COMPLAINTS), settings);
    }

    private DeadLetters deadLetters() {
        return new DeadLetters(
                Topics.TRIAGE_DEAD_LETTERS,
                new DeadLetterAlarms(this::reference, Clock.systemUTC()),
                serdes.serializer(Topics.OBLIGATIONS));
    }

    private Reference reference() {
        return follower.current().orElseThrow();
    }

    private static AccountOpening opening(TriageConfig config) {
        return new AccountOpening(Keysets.load(config.keys()).opener(Recipient.TRIAGE));
    }

    private Dispositions dispositions() {
        return new Dispositions(Classification.standard(), new BrokerQueueTopics(admin));
    }

    /** Returns when it works. */
    RunningTopology start() throws Exception {
        follower.start();
        await().atMost(PATIENCE).until(() -> follower.current().isPresent());
        topology.start();
        topology.awaitReady(TriageStores.QUEUE_INDEX, Topics.SUBMISSIONS);
        return topology;
    }

    @Override
    public void close() {
        topology.close();
        follower.close();
        admin.close();
        serdes.close();
    }
}
