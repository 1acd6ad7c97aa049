package kz.aryz.system.upgrade;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import kz.aryz.notifier.NotifierConfig;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.notifier.state.WatchedComplaint;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.quickstart.mail.ReceivedMail;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.schema.DeliveryResult;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.Submission;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.TopicContents;
import kz.aryz.system.journey.Client;
import kz.aryz.system.journey.Endpoints;
import kz.aryz.topic.Topics;

/**
 * notifier as shipped fills its group and its stores, at last without a mail server; the next version takes over; the shipped
 * one comes back, and so does the mail server, with an empty mailbox.
 */
final class NotifierUpgrade implements AutoCloseable {

    static final String REMARK = "a remark that only the next version reads";

    private final SharedAryz aryz = SharedAryz.get();
    private final LocalServer shipped = aryz.processes().notifier();
    private final LocalServer mail = aryz.processes().mail().orElseThrow();
    private final TopicContents topics = new TopicContents(
            aryz.addresses().bootstrapServers(), aryz.addresses().registryUrl());
    private final Client client = new Client(Endpoints.of(aryz.addresses()));
    private final Complainant complainant = new Complainant(client, topics);
    private final Publisher publisher = new Publisher(aryz.addresses());
    private final Group group = new Group(aryz.addresses(), NotifierConfig.NAME);
    private final Addition addition;

    private NotifierUpgrade(Addition addition) {
        this.addition = addition;
    }

    /**
     * What today's version left.
     *
     * @param delivered a complaint of which there was a mail
     * @param acknowledged one of which there was a mail, and a person confirmed
     * @param failing one of which no server would take the mail so far
     */
    record Before(Submission delivered, Submission acknowledged, Submission failing, Deliveries deliveries) {}

    /** What the next version found, and did: with what was left, with repetitions, with a new complaint, with the new source. */
    record Done(
            Map<String, Long> restored,
            Submission handedIn,
            long submissionsRead,
            Map<String, AlertProgress> progress,
            Map<String, WatchedComplaint> watched,
            Set<String> deadlines,
            Map<String, String> remarks) {}

    /** All of it, with the mails that came when today's version was back. */
    record Outcome(Addition addition, Before before, Done done, Deliveries deliveries, List<ReceivedMail> mails) {}

    static Outcome by(Addition addition) throws Exception {
        try (NotifierUpgrade upgrade = new NotifierUpgrade(addition)) {
            return upgrade.run();
        }
    }

    private Outcome run() throws Exception {
        group.createTopic(addition.topic(NotifierConfig.NAME));
        Before before;
        Done done;
        try {
            before = populate();
            try (NextNotifier next = new NextNotifier(aryz, addition)) {
                done = goOn(next.start(), before);
            }
        } finally {
            putBack(mail);
            putBack(shipped);
        }
        awaitMail(before.failing());
        awaitMail(done.handedIn());
        return new Outcome(addition, before, done, Deliveries.in(topics), client.mails());
    }

    private Before populate() throws IOException {
        Submission delivered = complainant.handIn();
        Submission acknowledged = complainant.handIn();
        awaitResult(DeliveryResult.DELIVERED, 1, delivered);
        awaitResult(DeliveryResult.DELIVERED, 1, acknowledged);
        client.acknowledge(Deliveries.in(topics).duty(acknowledged).getObligationId());
        group.awaitReadAll(Topics.SUBMISSIONS, Topics.OUTCOMES, Topics.ACKNOWLEDGEMENTS);
        mail.kill();
        Submission failing = complainant.handIn();
        awaitResult(DeliveryResult.FAILED, 2, failing);
        shipped.stop(PATIENCE);
        return new Before(delivered, acknowledged, failing, Deliveries.in(topics));
    }

    private Done goOn(RunningTopology next, Before before) {
        String id = Complainant.idOf(before.delivered());
        Obligation delivered = before.deliveries().duty(before.delivered());
        Obligation acknowledged = before.deliveries().duty(before.acknowledged());
        Map<String, Long> restored = next.restored();
        publisher.remark(addition.topic(NotifierConfig.NAME), id, delivered.getObligationId(), REMARK);
        publisher.submission(before.delivered());
        group.awaitRead(publisher.obligation(delivered));
        group.awaitRead(publisher.obligation(acknowledged));
        Submission handedIn = complainant.handIn();
        awaitAttempts(1, handedIn);
        awaitAttempts(before.deliveries().attempts(before.failing()).size() + 1, before.failing());
        next.awaitKey(addition.store(), delivered.getObligationId());
        group.awaitReadAll(Topics.SUBMISSIONS);
        return new Done(
                restored,
                handedIn,
                next.recordsRead(Topics.SUBMISSIONS),
                next.contents(NotifierStores.PROGRESS),
                next.contents(NotifierStores.WATCHED),
                Set.copyOf(next.<String>contents(NotifierStores.DEADLINES).values()),
                next.contents(addition.store()));
    }

    private void awaitResult(DeliveryResult result, int times, Submission submission) {
        awaitDeliveries(
                deliveries -> assertThat(deliveries.results(result, submission)).isGreaterThanOrEqualTo(times));
    }

    private void awaitAttempts(int times, Submission submission) {
        awaitDeliveries(
                deliveries -> assertThat(deliveries.attempts(submission)).hasSizeGreaterThanOrEqualTo(times));
    }

    /** The duty itself may not be there yet. */
    private void awaitDeliveries(Consumer<Deliveries> assertion) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(NoSuchElementException.class)
                .untilAsserted(() -> assertion.accept(Deliveries.in(topics)));
    }

    private void awaitMail(Submission submission) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(client.mailsAbout(Complainant.numberOf(submission)))
                        .isNotEmpty());
    }

    private static void putBack(LocalServer server) {
        if (!server.isAlive()) {
            server.startAndAwait(PATIENCE);
        }
    }

    @Override
    public void close() {
        client.close();
        publisher.close();
        group.close();
    }
}
