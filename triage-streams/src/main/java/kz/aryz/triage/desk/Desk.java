package kz.aryz.triage.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.dossier.Dossiers;
import kz.aryz.dossier.destruction.Candidates;
import kz.aryz.dossier.opening.Readership;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.signin.PeerPass;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.runtime.streams.Peer;
import kz.aryz.runtime.streams.StreamsHolders;
import kz.aryz.topic.Topics;
import kz.aryz.triage.store.TriageStores;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/** The desk over HTTP: the queues as JSON and as a page, and what the instances ask each other for them. */
public final class Desk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final DeskQueues everywhere;
    private final QueueSight sight;
    private final SliceApi slices;
    private final QueueApi queues;
    private final DeskPage page;
    private final AssignmentApi assignments;
    private final AssignmentForm form;
    private final Candidates candidates;

    /**
     * A desk on the stores of the whole group.
     *
     * @param self how the other instances reach this one
     * @param pass by which the instances know each other
     * @param reference the release in use; empty before the first
     * @param staffing by what complaints get people
     * @param clock tells which names are valid today
     */
    public static Desk of(
            KafkaStreams streams,
            HostInfo self,
            PeerPass pass,
            Supplier<Optional<Reference>> reference,
            Staffing staffing,
            Clock clock) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        Slices local = new LocalSlices(new LocalPartitions(streams));
        ObjectMapper json = new ObjectMapper();
        StreamsHolders<Slices> holders = new StreamsHolders<>(
                streams,
                TriageStores.QUEUE_INDEX,
                Topics.SUBMISSIONS.name(),
                host -> host.equals(self) ? local : new RemoteSlices(new Peer(client, json, host, PATIENCE, pass)));
        Gathering<Slices> all = new Gathering<>(holders, Topics.SUBMISSIONS.partitions(), PATIENCE);
        return new Desk(client, local, all, reference, staffing, clock);
    }

    /** On what this instance holds, and on what all of them do. */
    Desk(
            HttpClient client,
            Slices local,
            Gathering<Slices> all,
            Supplier<Optional<Reference>> reference,
            Staffing staffing,
            Clock clock) {
        this.client = client;
        this.everywhere = new DeskQueues(all);
        this.sight = new QueueSight(reference, clock);
        QueueDesk desk = new QueueDesk(everywhere, sight, reference);
        Assignments giving = new Assignments(everywhere, sight, staffing, clock);
        this.slices = new SliceApi(local);
        this.queues = new QueueApi(desk, staffing);
        this.page = new DeskPage(desk, giving, staffing, clock);
        this.assignments = new AssignmentApi(giving, new ObjectMapper());
        this.form = new AssignmentForm(giving);
        this.candidates = new Supervision(everywhere, sight);
    }

    /** The complaints whose destruction somebody may decide about. */
    public Candidates candidates() {
        return candidates;
    }

    /** Adds its routes. */
    public void register(StaffRoutes routes) {
        slices.register(routes);
        queues.register(routes);
        assignments.register(routes);
        page.register(routes);
        form.register(routes);
    }

    /** The complaints of these dossiers, as the desk has them for people. */
    public Readership readership(Dossiers dossiers) {
        return new DeskReadership(dossiers::find, everywhere, sight);
    }

    @Override
    public void close() {
        client.close();
    }
}
