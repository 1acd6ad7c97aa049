package kz.aryz.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import kz.aryz.runtime.signin.PeerPass;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.streams.Answer;
import kz.aryz.runtime.streams.Gathered;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.runtime.streams.Peer;
import kz.aryz.runtime.streams.StreamsHolders;
import kz.aryz.topic.Topics;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/** The dossiers of all instances. */
public final class Dossiers implements Places, AutoCloseable {

    static final String PEER_PATH = "/internal/v1/dossiers";

    /** So many data keys are asked for at once: they stand in an address, and its length is bounded. */
    static final int KEYS_AT_ONCE = 50;

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
     * @param read whether all of a partition is read that there was when it came to this instance
     * @param self how the other instances know this one
     * @param pass by which the instances know each other
     */
    static Dossiers of(KafkaStreams streams, IntPredicate read, HostInfo self, PeerPass pass) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        ObjectMapper json = new ObjectMapper();
        DossierContents local = new LocalDossiers(new LocalPartitions(streams), read);
        StreamsHolders<DossierContents> holders = new StreamsHolders<>(
                streams,
                DossiersTopology.HEADS,
                Topics.SUBMISSIONS.name(),
                host -> host.equals(self) ? local : new RemoteDossiers(new Peer(client, json, host, PATIENCE, pass)));
        return new Dossiers(client, local, new Gathering<>(holders, Topics.SUBMISSIONS.partitions(), PATIENCE));
    }

    /** What instances ask each other. */
    public void register(StaffRoutes routes) {
        new PeerApi(local).register(routes);
    }

    /** Asks whoever works on the partition of that complaint. */
    public Lookup find(String complaintId) {
        List<DossierSlice> answers = ask(complaintId, DossierSlice.NOT_HERE, holder -> holder.find(complaintId));
        return answers.stream()
                .map(DossierSlice::dossier)
                .filter(Objects::nonNull)
                .filter(Dossier::cameIn)
                .findFirst()
                .<Lookup>map(Lookup.Found::new)
                .orElseGet(() -> answers.isEmpty() ? new Lookup.Unanswered() : new Lookup.Unknown());
    }

    @Override
    public Optional<Stretch> stretch(String complaintId, Trail trail, Optional<Place> before) {
        return ask(complaintId, StretchSlice.NOT_HERE, holder -> holder.stretch(complaintId, trail, before)).stream()
                .map(StretchSlice::stretch)
                .findFirst();
    }

    @Override
    public Optional<Map<String, KeyPlace>> keys(String complaintId, Collection<String> keyRefs) {
        List<String> own = keyRefs.stream()
                .filter(keyRef -> keyRef.startsWith(complaintId + '/'))
                .distinct()
                .toList();
        Map<String, KeyPlace> known = new HashMap<>();
        for (int from = 0; from < own.size(); from += KEYS_AT_ONCE) {
            List<String> some = own.subList(from, Math.min(own.size(), from + KEYS_AT_ONCE));
            Optional<KeysSlice> answer =
                    ask(complaintId, KeysSlice.NOT_HERE, holder -> holder.keys(complaintId, some)).stream()
                            .findFirst();
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            known.putAll(answer.get().keys());
        }
        return Optional.of(known);
    }

    private <A extends Answer> List<A> ask(String complaintId, A notHere, Function<DossierContents, A> question) {
        int partition = Topics.SUBMISSIONS.partition(complaintId);
        Gathered<A> gathered = instances.ask(
                holder -> holder.partitions().contains(partition) ? question.apply(holder.contents()) : notHere);
        return gathered.answers();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
