package kz.aryz.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.aryz.access.Person;
import kz.aryz.access.Role;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.alert.InboxPlace;
import kz.aryz.notifier.state.AlertProgress;
import kz.aryz.runtime.config.CommonVariables;
import kz.aryz.runtime.config.Environment;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.door.Staff;
import kz.aryz.runtime.health.HealthChecks;
import kz.aryz.runtime.http.Language;
import kz.aryz.runtime.metrics.Metrics;
import kz.aryz.runtime.signin.Gate;
import kz.aryz.runtime.signin.StaffRoute;
import kz.aryz.runtime.signin.StaffRoute.Door;
import kz.aryz.runtime.signin.StaffServer;
import kz.aryz.runtime.streams.Gathering;
import kz.aryz.runtime.streams.Holder;
import kz.aryz.schema.Acknowledgement;
import kz.aryz.schema.Obligation;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Keysets;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people find at the inbox. Which role finds something behind which route is a table of {@code system-tests}. */
class InboxAccessTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Set<Role> OFFICER = EnumSet.of(Role.COMMISSIONER_OFFICER);

    private final Staff staff = new Staff("notifier");
    private final Metrics metrics = new Metrics("notifier");
    private final Obligation obligation = Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT);
    private final MockProducer<String, Acknowledgement> written =
            new MockProducer<>(true, null, new StringSerializer(), (topic, value) -> new byte[0]);
    private final MockProducer<String, WrappedKey> keys =
            new MockProducer<>(true, null, new StringSerializer(), (topic, value) -> new byte[0]);
    private URI address;
    private StaffServer server;

    @BeforeEach
    void start() throws IOException {
        int port = freePort();
        address = URI.create("http://localhost:" + port);
        CommonVariables variables = new CommonVariables("notifier", "127.0.0.1", port);
        ServiceConfig config = variables.config(Environment.read(Map.of(), variables.all()));
        AlertContents held = new Held();
        Inbox inbox =
                new Inbox(new Gathering<>(() -> List.of(new Holder<>(held, Set.of(0))), 1, Duration.ofSeconds(5)));
        Confirmations confirmations =
                new Confirmations(inbox, written, keys, Keysets.generate().sealer(CLOCK), CLOCK);
        Alerts alerts = new Alerts(HttpClient.newHttpClient(), held, inbox, confirmations, Optional::empty);
        HealthChecks readiness = new HealthChecks(Map.of(), Duration.ofSeconds(1));
        Gate gate = Gate.of(config, Optional.of(staff.client()), CLOCK);
        server = StaffServer.start(config, Language.ENGLISH, metrics, readiness, gate, alerts::register);
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
        staff.close();
    }

    @Test
    void aConfirmationSaysWhoGaveItByTheirPseudonym() throws Exception {
        String path = "/api/v1/alerts/" + obligation.getObligationId() + "/acknowledgement";

        staff.program(address.resolve(path), "POST", Staff.claims(Role.COMMISSIONER_OFFICER));

        assertThat(written.history())
                .singleElement()
                .satisfies(record -> assertThat(record.value().getActorRef())
                        .isEqualTo(Person.pseudonym(staff.client().issuer().toString(), "somebody")));
    }

    @Test
    void thePageSaysWhoIsSignedInAndItsFormsCarryTheSessionsToken() throws Exception {
        String page = person("/", Role.COMMISSIONER_OFFICER).body();

        assertThat(page)
                .contains("somebody", "action=\"/sign-out\"")
                .containsPattern(
                        "(?s)/acknowledgement\"[^>]*>\\s*<input type=\"hidden\" name=\"csrf\" value=\"[A-Za-z0-9_-]{43}\"");
    }

    @Test
    void anAlertThatMayNotBeKnownAnswersAsOneThatDoesNotExist() throws Exception {
        String there = "/api/v1/alerts/" + obligation.getObligationId() + "/acknowledgement";
        String nowhere = "/api/v1/alerts/nowhere/acknowledgement";

        for (Role role : EnumSet.complementOf(EnumSet.copyOf(OFFICER))) {
            HttpResponse<String> barred = staff.program(address.resolve(there), "POST", Staff.claims(role));
            HttpResponse<String> unknown = staff.program(address.resolve(nowhere), "POST", Staff.claims(role));

            assertThat(barred.statusCode()).isEqualTo(404);
            assertThat(barred.body()).isEqualTo(unknown.body());
        }
        assertThat(written.history()).isEmpty();
    }

    @Test
    void whatInstancesAskEachOtherIsThereForNoPerson() throws Exception {
        for (StaffRoute route : server.table()) {
            if (route.door() == Door.PEER) {
                assertThat(program(route, Role.COMMISSIONER_OFFICER).statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private HttpResponse<String> program(StaffRoute route, Role role) throws Exception {
        String path = route.path().replace("{obligationId}", obligation.getObligationId());
        return staff.program(address.resolve(path), route.method(), Staff.claims(role));
    }

    private HttpResponse<String> person(String path, Role role) throws Exception {
        return staff.person(address.resolve(path), Staff.claims(role));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** One alert, open until somebody has confirmed it. */
    private final class Held implements AlertContents {

        @Override
        public AlertSlice slice(InboxRange range, Set<Integer> partitions) {
            return new AlertSlice(partitions, List.of(alert()));
        }

        @Override
        public AlertSlice find(String obligationId, Set<Integer> partitions) {
            boolean here = obligationId.equals(obligation.getObligationId());
            return new AlertSlice(partitions, here ? List.of(alert()) : List.of());
        }

        private PlacedAlert alert() {
            AlertProgress progress = AlertProgress.newBuilder()
                    .setAcknowledgedAt(written.history().isEmpty() ? null : Records.RECEIVED_AT)
                    .build();
            return new PlacedAlert(InboxPlace.of(obligation, progress).text(), AlertEntry.of(obligation, progress));
        }
    }
}
