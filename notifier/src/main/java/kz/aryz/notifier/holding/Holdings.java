package kz.aryz.notifier.holding;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.aryz.access.Action;
import kz.aryz.notifier.store.NotifierStores;
import kz.aryz.runtime.http.LanguageChoice;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import kz.aryz.runtime.signin.Caller;
import kz.aryz.runtime.signin.PeerPass;
import kz.aryz.runtime.signin.Rule;
import kz.aryz.runtime.signin.StaffRoutes;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.LocalPartitions;
import kz.aryz.runtime.streams.Peer;
import kz.aryz.runtime.streams.StreamsHolders;
import kz.aryz.topic.Topics;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/** What the Commissioner's office holds, over HTTP: page, API, and what instances ask each other. It needs nothing of triage. */
public final class Holdings implements AutoCloseable {

    static final String PATH = "/held";
    static final String PEER_PATH = "/internal/v1/held";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final HeldContents local;
    private final HeldRegister register;

    /** On what this instance knows, and on what all of them do. */
    Holdings(HttpClient client, HeldContents local, HeldRegister register) {
        this.client = client;
        this.local = local;
        this.register = register;
    }

    /**
     * On the stores of the whole group.
     *
     * @param self how the other instances know this one
     * @param pass by which the instances know each other
     */
    public static Holdings of(KafkaStreams streams, HostInfo self, PeerPass pass) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        ObjectMapper json = new ObjectMapper();
        HeldContents local = new LocalHoldings(new LocalPartitions(streams));
        StreamsHolders<HeldContents> holders = new StreamsHolders<>(
                streams,
                NotifierStores.DEADLINES,
                Topics.SUBMISSIONS.name(),
                host -> host.equals(self) ? local : new RemoteHoldings(new Peer(client, json, host, PATIENCE, pass)));
        return new Holdings(
                client, local, new HeldRegister(new Gathering<>(holders, Topics.SUBMISSIONS.partitions(), PATIENCE)));
    }

    public void register(StaffRoutes routes) {
        routes.page(HandlerType.GET, PATH, Rule.may(Action.LIST_HELD), this::show);
        routes.api(HandlerType.GET, "/api/v1/held", Rule.may(Action.LIST_HELD), this::list);
        routes.peer(PEER_PATH, ctx -> ctx.json(local.slice(HeldQuery.peersRange(ctx), HeldQuery.partitions(ctx))));
        routes.peer(
                PEER_PATH + "/{complaintId}",
                ctx -> ctx.json(local.find(ctx.pathParam("complaintId"), HeldQuery.partitions(ctx))));
    }

    /** That complaint; empty where the office does not hold it, and while nobody can tell. */
    public Optional<HeldComplaint> find(String complaintId) {
        return register.find(complaintId);
    }

    private void list(Context ctx, Caller caller) {
        HeldPage page = register.page(HeldQuery.range(ctx))
                .orElseThrow(() -> ProblemException.retryAfter(ProblemType.UNAVAILABLE, PATIENCE));
        ctx.json(HeldList.of(page, caller.person().isPresent()));
    }

    private void show(Context ctx, Caller caller) {
        Optional<HeldPage> page = register.page(HeldQuery.range(ctx));
        ctx.status(page.isEmpty() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        HeldView view = new HeldView(LanguageChoice.of(ctx), caller, page);
        ctx.render("notifier/held.jte", Map.of("view", view));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
