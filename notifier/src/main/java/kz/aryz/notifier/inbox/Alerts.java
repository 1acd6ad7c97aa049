package kz.aryz.notifier.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.reference.Reference;
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

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final AlertContents local;
    private final Inbox inbox;
    private final Confirmations confirmations;
    private final Supplier<Optional<Reference>> reference;

    /**
     * @param self how the other instances know this one
     * @param acknowledgements writes confirmations
     * @param keys writes the wrapped keys of notes
     * @param reference for names; may be empty
     */
    public Alerts(
            KafkaStreams streams,
            HostInfo self,
            Producer<String, Acknowledgement> acknowledgements,
            Producer<String, WrappedKey> keys,
            Sealer sealer,
            Supplier<Optional<Reference>> reference,
            Clock clock) {
        this.local = new LocalAlerts(new LocalPartitions(streams));
        this.inbox = new Inbox(new Gathering<>(
                new StreamsHolders<>(
                        streams,
                        NotifierStores.INBOX,
                        Topics.OBLIGATIONS.name(),
                        host -> host.equals(self) ? local : new RemoteAlerts(new Peer(client, json, host, PATIENCE))),
                Topics.OBLIGATIONS.partitions(),
                PATIENCE));
        this.confirmations = new Confirmations(inbox, acknowledgements, keys, sealer, clock);
        this.reference = reference;
    }

    public void register(RoutesConfig routes) {
        new PeerApi(local).register(routes);
        new AlertsApi(inbox, confirmations, json).register(routes);
        new InboxPage(inbox, confirmations, reference).register(routes);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
