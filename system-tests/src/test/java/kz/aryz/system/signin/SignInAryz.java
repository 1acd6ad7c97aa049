package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.aryz.access.Role;
import kz.aryz.quickstart.Addresses;
import kz.aryz.quickstart.process.BrokerLock;
import kz.aryz.quickstart.process.LocalServer;
import kz.aryz.quickstart.up.LocalAryz;
import kz.aryz.quickstart.up.Protection;
import kz.aryz.system.FreeOffset;
import kz.aryz.system.Http;
import kz.aryz.system.OneAtATime;
import kz.aryz.system.SharedAryz;
import kz.aryz.system.TopicContents;
import kz.aryz.system.journey.Complaints;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * One whole Aryz that staff sign in to, at a locked broker, as {@code aryz up --port-offset N} starts it.
 * One complaint lies in the queue of Almaty's prosecutors, and the Commissioner must be told of it.
 */
final class SignInAryz implements AutoCloseable {

    static final String ALMATY = "PROS.KZ-75";
    static final String ASTANA = "PROS.KZ-71";

    /** So many that neither of two instances has none of them. */
    private static final int AFTER_AN_OUTAGE = 12;

    private final int offset = FreeOffset.find();
    private final Addresses addresses = Addresses.shifted(offset);
    private final Path folder;
    private final BrokerLock lock;
    private final LocalAryz processes;
    private final SecondDesk secondDesk;
    private final String complaint;
    private final String complaintId;

    private SignInAryz(Path folder) throws IOException {
        this.folder = folder;
        this.lock = BrokerLock.in(folder);
        Protection protection = new Protection(Optional.of(lock), true);
        this.processes =
                new LocalAryz(folder, addresses, Optional.empty(), protection, SharedAryz.QUICK_RETRIES, line -> {});
        processes.start();
        this.secondDesk = new SecondDesk(folder, addresses, protection);
        try (Http http = new Http()) {
            this.complaint = submit(http, "signed-in");
            this.complaintId = HeldComplaint.idOf(log(), complaint);
            awaitQueueAndInbox(http, List.of(complaint));
        }
    }

    static SignInAryz get() {
        return OneAtATime.get(SignInAryz.class, SignInAryz::new);
    }

    /** The process of the desk. */
    LocalServer deskServer() {
        return processes.triage();
    }

    /** A second instance of the desk, from when it is first asked for its address. */
    SecondDesk secondDesk() {
        return secondDesk;
    }

    /** Which of several Aryz on this machine it is. */
    String offset() {
        return String.valueOf(offset);
    }

    /** Its processes. Tests that break a part put it back. */
    LocalAryz processes() {
        return processes;
    }

    Addresses addresses() {
        return addresses;
    }

    /** Where its data, secrets and logs lie. */
    Path folder() {
        return folder;
    }

    /** What everybody signs in to the broker with. */
    BrokerLock lock() {
        return lock;
    }

    /** Properties of a Kafka client that may do everything. */
    Map<String, Object> administrator() {
        Map<String, Object> client = new HashMap<>(lock.administrator());
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, addresses.bootstrapServers());
        return client;
    }

    /** What is on the broker. */
    TopicContents log() {
        return new TopicContents(addresses.bootstrapServers(), addresses.registryUrl(), lock.administrator());
    }

    /**
     * After the broker was killed. Whoever had begun a transaction gives it up once there is work again, joins its group anew, and
     * answers nobody meanwhile: this waits until complaints come through every instance, and each shows them.
     */
    void startBrokerAgain() throws IOException, InterruptedException {
        processes.kafka().startAndAwait(PATIENCE);
        try (Http http = new Http()) {
            List<String> numbers = new ArrayList<>();
            while (numbers.size() < AFTER_AN_OUTAGE) {
                String key = UUID.randomUUID().toString();
                await().atMost(PATIENCE)
                        .ignoreException(IOException.class)
                        .untilAsserted(() -> numbers.add(submit(http, key)));
            }
            awaitQueueAndInbox(http, numbers);
            awaitPages(http, numbers);
        }
    }

    private void awaitPages(Http http, List<String> numbers) throws IOException, InterruptedException {
        List<String> ids = log().of(Topics.SUBMISSIONS).stream()
                .filter(submission ->
                        numbers.contains(submission.getComplaintReceived().getComplaintNumber()))
                .map(submission -> submission.getHeader().getComplaintId())
                .distinct()
                .toList();
        assertThat(ids).hasSameSizeAs(numbers);
        for (URI service : Stream.concat(Stream.of(desk(), inbox()), secondDesk.running().stream())
                .toList()) {
            await().atMost(PATIENCE)
                    .ignoreException(IOException.class)
                    .until(() -> http.get(service.resolve("/health/ready")).status() == 200);
            try (Somebody officer = Somebody.of(this, service, Role.COMMISSIONER_OFFICER)) {
                await().atMost(PATIENCE)
                        .ignoreException(IOException.class)
                        .untilAsserted(() -> assertThat(statuses(officer, ids)).containsOnly(200));
            }
        }
    }

    private static List<Integer> statuses(Somebody who, List<String> ids) throws IOException, InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (String id : ids) {
            statuses.add(who.page("GET", "/complaints/" + id, "").status());
        }
        return statuses;
    }

    /** The public's pages and the clerks', by the name that people type. */
    URI intake() {
        return Addresses.byName(addresses.intakeUrl());
    }

    /** The investigators' pages, by the name that people type. */
    URI desk() {
        return Addresses.byName(addresses.triageUrl());
    }

    /** The Commissioner's pages, likewise. */
    URI inbox() {
        return Addresses.byName(addresses.notifierUrl());
    }

    /** Number of the complaint that lies in the queue of Almaty's prosecutors. */
    String complaint() {
        return complaint;
    }

    /** Its id. */
    String complaintId() {
        return complaintId;
    }

    private String submit(Http http, String key) throws IOException {
        Http.Answer answer = http.post(
                addresses.intakeUrl().resolve("/api/v1/complaints"),
                Complaints.torture("WEB_FORM", "ru").toString(),
                Map.of("Idempotency-Key", key));
        assertThat(answer.status()).isEqualTo(201);
        return answer.body().path("complaintNumber").asText();
    }

    private void awaitQueueAndInbox(Http http, List<String> numbers) {
        Token officer = Token.of(offset(), "--role", "commissioner-officer");
        await().atMost(PATIENCE).ignoreException(IOException.class).untilAsserted(() -> {
            assertThat(officer.read(http, desk().resolve("/api/v1/queues/" + ALMATY + "?limit=500"))
                            .body()
                            .toString())
                    .contains(numbers);
            assertThat(officer.read(http, inbox().resolve("/api/v1/alerts?limit=500"))
                            .body()
                            .toString())
                    .contains(numbers);
        });
    }

    @Override
    public void close() {
        secondDesk.stop();
        processes.close();
    }
}
