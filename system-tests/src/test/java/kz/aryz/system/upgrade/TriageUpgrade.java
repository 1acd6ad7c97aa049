package kz.aryz.system.upgrade;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.aryz.id.PermanentSecret;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.schema.CaseEventKind;
import kz.aryz.schema.QueueItem;
import kz.aryz.schema.Submission;
import kz.aryz.sealing.Keysets;
import kz.aryz.sealing.Sealer;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.TopicContents;
import kz.aryz.system.journey.Client;
import kz.aryz.system.journey.Endpoints;
import kz.aryz.system.upgrade.Written.Place;
import kz.aryz.topic.Topics;
import kz.aryz.triage.TriageConfig;
import kz.aryz.triage.queue.IndexKey;
import kz.aryz.triage.store.TriageStores;

/** triage-streams as shipped fills its group and its stores; the next version takes over; the shipped one comes back. */
final class TriageUpgrade implements AutoCloseable {

    static final String REMARK = "a remark that only the next version reads";

    private final SharedAryz aryz = SharedAryz.get();
    private final LocalServer shipped = aryz.processes().triage();
    private final TopicContents topics = new TopicContents(
            aryz.addresses().bootstrapServers(), aryz.addresses().registryUrl());
    private final Client client = new Client(Endpoints.of(aryz.addresses()));
    private final Complainant complainant = new Complainant(client, topics);
    private final Publisher publisher = new Publisher(aryz.addresses());
    private final Group group = new Group(aryz.addresses(), TriageConfig.NAME);
    private final PermanentSecret secret = PermanentSecret.read(aryz.folder().resolve("keys/secret"));
    private final Sealer sealer =
            Keysets.load(aryz.folder().resolve("keys/intake").toUri()).sealer(Clock.systemUTC());
    private final Addition addition;

    private TriageUpgrade(Addition addition) {
        this.addition = addition;
    }

    /**
     * What today's version left.
     *
     * @param decided complaints in queues
     * @param waiting one whose key has not come
     * @param unopened one in a queue that could not be opened with the key that came
     * @param keyOnly one of which only the key has come
     */
    record Before(
            List<Submission> decided, Piecemeal waiting, Piecemeal unopened, Piecemeal keyOnly, Written written) {}

    /** What the next version found before anything else happened. */
    record Found(Map<String, Long> restored, Set<Place> index, Set<String> waiting, Written written) {}

    /** What the next version did: with what was left, with a repetition, with a new complaint, with the new source. */
    record Done(Submission handedIn, long submissionsRead, long keysRead, Map<String, String> remarks) {}

    /** All of it, with a complaint that was handed in when today's version was back. */
    record Outcome(Addition addition, Before before, Found found, Done done, Submission back, Written written) {}

    static Outcome by(Addition addition) throws Exception {
        try (TriageUpgrade upgrade = new TriageUpgrade(addition)) {
            return upgrade.run();
        }
    }

    private Outcome run() throws Exception {
        Before before = populate();
        group.createTopic(addition.topic(TriageConfig.NAME));
        shipped.stop(PATIENCE);
        Found found;
        Done done;
        try (NextTriage next = new NextTriage(aryz, addition)) {
            RunningTopology topology = next.start();
            found = look(topology);
            done = goOn(topology, before);
        } finally {
            shipped.startAndAwait(PATIENCE);
        }
        Submission back = complainant.handIn();
        awaitRouted(1, back);
        return new Outcome(addition, before, found, done, back, Written.in(topics));
    }

    private Before populate() {
        List<Submission> decided = Stream.generate(complainant::handIn).limit(5).toList();
        Piecemeal waiting = Piecemeal.like(decided.getFirst(), secret, sealer);
        Piecemeal unopened = Piecemeal.like(decided.getFirst(), secret, sealer);
        Piecemeal keyOnly = Piecemeal.like(decided.getFirst(), secret, sealer);
        publisher.submission(waiting.submission());
        group.awaitRead(publisher.submission(unopened.submission()));
        publisher.key(unopened.uselessKey());
        publisher.key(keyOnly.key());
        decided.forEach(submission -> awaitRouted(1, submission));
        awaitRouted(1, unopened.submission());
        group.awaitReadAll(Topics.SUBMISSIONS, Topics.KEYS);
        return new Before(decided, waiting, unopened, keyOnly, Written.in(topics));
    }

    private Found look(RunningTopology next) {
        Set<Place> index = next.<QueueItem>contents(TriageStores.QUEUE_INDEX).keySet().stream()
                .map(key -> IndexKey.parse(key).orElseThrow())
                .map(key -> new Place(key.unit(), key.complaintId()))
                .collect(toUnmodifiableSet());
        Set<String> waiting = next.contents(TriageStores.WAITING).keySet();
        return new Found(next.restored(), index, waiting, Written.in(topics));
    }

    private Done goOn(RunningTopology next, Before before) {
        Submission decided = before.decided().getFirst();
        String id = Complainant.idOf(decided);
        publisher.remark(addition.topic(TriageConfig.NAME), id, id, REMARK);
        publisher.submission(decided);
        publisher.submission(before.keyOnly().submission());
        publisher.key(before.waiting().key());
        publisher.key(before.unopened().key());
        Submission handedIn = complainant.handIn();
        awaitRouted(1, before.keyOnly().submission());
        awaitRouted(1, before.waiting().submission());
        awaitRouted(2, before.unopened().submission());
        awaitRouted(1, handedIn);
        next.awaitKey(addition.store(), id);
        group.awaitReadAll(Topics.SUBMISSIONS, Topics.KEYS);
        return new Done(
                handedIn,
                next.recordsRead(Topics.SUBMISSIONS),
                next.recordsRead(Topics.KEYS),
                next.contents(addition.store()));
    }

    private void awaitRouted(int times, Submission submission) {
        String id = Complainant.idOf(submission);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(Written.in(topics).kindsOf(id))
                        .filteredOn(CaseEventKind.ROUTED::equals)
                        .hasSize(times));
    }

    @Override
    public void close() {
        client.close();
        publisher.close();
        group.close();
    }
}
