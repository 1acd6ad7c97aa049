package kz.aryz.notifier.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.reference.Reference;
import kz.aryz.runtime.signin.PeerPass;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.runtime.streams.Peer;
import kz.aryz.runtime.streams.StreamsHolders;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Sealer;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/** The Commissioner's inbox over HTTP: page, API, and what instances ask each other. */
public final class Alerts implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final AlertContents local;
    private final Inbox inbox;
    private final Confirmations confirmations;
    private final Supplier<Optional<Reference>> reference;

    /** On what this instance holds, and on what all of them do. */
    Alerts(
            HttpClient client,
            AlertContents local,
            Inbox inbox,
            Confirmations confirmations,
            Supplier<Optional<Reference>> reference) {
        this.client = client;
        this.local = local;
        this.inbox = inbox;
        this.confirmations = confirmations;
        this.reference = reference;
    }

    /**
     * An inbox on the stores of the whole group.
     *
     * @param self how the other instances know this one
     * @param pass by which the instances know each other
     * @param acknowledgements writes confirmations
     * @param keys writes the wrapped keys of notes
     * @param reference for names; may be empty
     */
    public static Alerts of(
            KafkaStreams streams,
            HostInfo self,
            PeerPass pass,
            Producer<String, Acknowledgement> acknowledgements,
            Producer<String, WrappedKey> keys,
            Sealer sealer,
            Supplier<Optional<Reference>> reference,
            Clock clock) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        ObjectMapper json = new ObjectMapper();
        AlertContents local = new LocalAlerts(new LocalPartitions(streams));
        StreamsHolders<AlertContents> holders = new StreamsHolders<>(
                streams,
                NotifierStores.INBOX,
                Topics.OBLIGATIONS.name(),
                host -> host.equals(self) ? local : new RemoteAlerts(new Peer(client, json, host, PATIENCE, pass)));
        Inbox inbox = new Inbox(new Gathering<>(holders, Topics.OBLIGATIONS.partitions(), PATIENCE));
        Confirmations confirmations = new Confirmations(inbox, acknowledgements, keys, sealer, clock);
        return new Alerts(client, local, inbox, confirmations, reference);
    }

    public void register(StaffRoutes routes) {
        new PeerApi(local).register(routes);
        new AlertsApi(inbox, confirmations).register(routes);
        new InboxPage(inbox, confirmations, reference).register(routes);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
