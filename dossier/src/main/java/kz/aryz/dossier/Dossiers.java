package kz.aryz.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import kz.aryz.runtime.signin.PeerPass;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.streams.Gathered;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.runtime.streams.Peer;
import kz.aryz.runtime.streams.StreamsHolders;
import kz.aryz.topic.Topics;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/** The dossiers of all instances. */
public final class Dossiers implements AutoCloseable {

    static final String PEER_PATH = "/internal/v1/dossiers";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final DossierContents local;
    private final Gathering<DossierContents> instances;

    /** On what this instance holds, and on what all of them do. */
    Dossiers(HttpClient client, DossierContents local, Gathering<DossierContents> instances) {
        this.client = client;
        this.local = local;
        this.instances = instances;
    }

    /**
     * The dossiers in the stores of the whole group.
     *
     * @param self how the other instances know this one
     * @param pass by which the instances know each other
     */
    public static Dossiers of(KafkaStreams streams, HostInfo self, PeerPass pass) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        ObjectMapper json = new ObjectMapper();
        DossierContents local = new LocalDossiers(new LocalPartitions(streams));
        StreamsHolders<DossierContents> holders = new StreamsHolders<>(
                streams,
                DossiersTopology.DOSSIERS,
                Topics.SUBMISSIONS.name(),
                host -> host.equals(self) ? local : new RemoteDossiers(new Peer(client, json, host, PATIENCE, pass)));
        return new Dossiers(client, local, new Gathering<>(holders, Topics.SUBMISSIONS.partitions(), PATIENCE));
    }

    /** What instances ask each other. */
    public void register(StaffRoutes routes) {
        routes.peer(PEER_PATH + "/{complaintId}", ctx -> ctx.json(local.find(ctx.pathParam("complaintId"))));
    }

    /** Asks whoever works on the partition of that complaint. */
    public Lookup find(String complaintId) {
        int partition = Topics.SUBMISSIONS.partition(complaintId);
        Gathered<DossierSlice> gathered = instances.ask(holder -> ask(holder, partition, complaintId));
        return gathered.answers().stream()
                .map(DossierSlice::dossier)
                .filter(Objects::nonNull)
                .filter(Dossier::cameIn)
                .findFirst()
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> gathered.isEmpty() ? new Lookup.Unanswered() : new Lookup.Unknown());
    }

    private static DossierSlice ask(Holder<DossierContents> holder, int partition, String complaintId) {
        return holder.partitions().contains(partition) ? holder.contents().find(complaintId) : DossierSlice.NOT_HERE;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
