package kz.aryz.system.upgrade;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.aryz.notifier.NotifierConfig;
import kz.aryz.notifier.NotifierTopology;
import kz.aryz.notifier.alert.Course;
import kz.aryz.notifier.mail.MailRendering;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.notifier.watch.DecisionTime;
import kz.aryz.reference.ReferenceFollower;
import kz.aryz.runtime.config.KafkaClients;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.streams.StreamsSettings;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.system.SharedAryz;
import kz.aryz.topic.Topics;

/**
 * The next version of notifier's topology in this process: today's and an addition, in today's group, under the name of
 * today's instance, on its state folder. It has no workers: what it makes due, those of the shipped one send when it is back.
 */
final class NextNotifier implements AutoCloseable {

    private final AvroSerdes serdes;
    private final ReferenceFollower follower;
    private final RunningTopology topology;

    NextNotifier(SharedAryz aryz, Addition addition) throws IOException {
        NotifierConfig config = NotifierConfig.from(variables(aryz));
        KafkaClients clients = new KafkaClients(config.service());
        serdes = clients.avroSerdes(config.instance().stateDir());
        follower = ReferenceFollower.of(clients.consumer("reference", Map.of()), serdes);
        Map<String, Object> settings = StreamsSettings.of(config.service(), config.instance(), deadLetters());
        MailRendering rendering =
                new MailRendering(config.addresses(), config.service().advertisedUrl(), follower::current);
        NotifierTopology today = new NotifierTopology(
                settings,
                serdes,
                new DecisionTime(config.decisionWithin(), follower::current),
                config.holdingWithin(),
                new Course(config.retries()),
                rendering);
        topology =
                new RunningTopology(addition.make(today.get(), NotifierConfig.NAME, NotifierStores.PROGRESS), settings);
    }

    /** An attempt that nobody reports on is not repeated within the test. */
    private static Map<String, String> variables(SharedAryz aryz) {
        Map<String, String> variables = new HashMap<>(Shipped.variables(
                aryz, NotifierConfig.NAME, "notifier", aryz.addresses().notifierUrl()));
        variables.put("ARYZ_OUTCOME_WITHIN", "PT1H");
        return variables;
    }

    private DeadLetters deadLetters() {
        return new DeadLetters(
                Topics.NOTIFIER_DEAD_LETTERS, (source, code) -> List.of(), serdes.serializer(Topics.OBLIGATIONS));
    }

    /** Returns when it works. */
    RunningTopology start() throws Exception {
        follower.start();
        topology.start();
        topology.awaitReady(NotifierStores.INBOX, Topics.OBLIGATIONS);
        topology.awaitReady(NotifierStores.DEADLINES, Topics.SUBMISSIONS);
        return topology;
    }

    @Override
    public void close() {
        topology.close();
        follower.close();
        serdes.close();
    }
}
