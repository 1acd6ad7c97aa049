package kz.aryz.system.signin;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import kz.aryz.chain.VerifyCommand;
import kz.aryz.schema.CaseEvent;
import kz.aryz.schema.WrappedKey;
import kz.aryz.sealing.Section;
import kz.aryz.serde.AvroBinary;
import kz.aryz.system.Http;
import kz.aryz.system.Uses;
import kz.aryz.system.canary.FileTraces;
import kz.aryz.system.canary.Trace;
import kz.aryz.system.shredding.Facts;
import kz.aryz.topic.Principal;
import kz.aryz.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * A complaint is handed in, approved at two desks, and its identity is destroyed: nobody opens it any more, no file of any
 * part has its wrapped key, and what is counted and chained is as it was. For it the topic's lag is shortened to seconds, which notifier
 * gets to know.
 */
@Uses(SignInAryz.class)
class NothingLeftTest {

    private static final Duration LAG = Duration.ofSeconds(3);

    /** A file that is given another name at the moment of a look may be missed under both. */
    private static final Duration LONGER_THAN_A_MOVE = Duration.ofSeconds(5);

    private static final Map<String, String> SHORT = Map.of(
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, String.valueOf(LAG.toMillis()),
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "0",
            TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "100");

    private final SignInAryz aryz = SignInAryz.get();
    private final Http http = new Http();

    @AfterEach
    void putBack() throws Exception {
        configure(Map.of(
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                String.valueOf(Topics.KEY_COMPACTION.maxLag().toMillis()),
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                String.valueOf(Topics.KEY_COMPACTION.minLag().toMillis()),
                TopicConfig.FILE_DELETE_DELAY_MS_CONFIG,
                "60000"));
        http.close();
    }

    @Test
    void ofADestroyedIdentityNoFileHasTheKeyNobodyOpensItAndEverythingElseIsAsItWas() throws Exception {
        Colleague head = Colleague.of(aryz, "head-of-unit", Facts.UNIT);
        RoutedComplaint complaint = RoutedComplaint.handIn(http, aryz.addresses(), head, aryz.desk());
        String complaintId = complaint.id();
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(
                        () -> assertThat(opened(head, complaintId).toString()).contains(complaint.name()));
        WrappedKey identity = key(complaintId, Section.IDENTITY);
        WrappedKey account = key(complaintId, Section.ACCOUNT);
        restartTriage();
        awaitFilesWith(identity);
        String counted = counted(head);
        List<CaseEvent> chain = chain(complaintId);
        approve(complaintId);

        StringWriter said = new StringWriter();
        assertThat(Shred.identity(aryz, complaintId, Clock.systemUTC(), said)).isEqualTo(1);
        assertThat(said.toString()).contains("COOLING_OFF");
        awaitFilesWith(identity);
        Instant later = Instant.now().plus(Duration.ofDays(31));
        assertThat(Shred.identity(aryz, complaintId, Clock.fixed(later, ZoneOffset.UTC), said))
                .as(said.toString())
                .isZero();

        restartTriage();
        configure(SHORT);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .during(LONGER_THAN_A_MOVE)
                .untilAsserted(() -> assertThat(filesWith(identity)).isEmpty());
        awaitFilesWith(account);
        assertThat(chain(complaintId)).isEqualTo(chain);
        assertThat(counted(head)).as("what lies in the queue").isEqualTo(counted);
        assertThatAllChainsAreWhole();
        assertThatItSaysWhy(opened(head, complaintId).path("parts"));
    }

    /** What it has in memory goes to its disk, or does not. */
    private void restartTriage() {
        aryz.processes().triage().stop(PATIENCE);
        aryz.processes().triage().startAndAwait(PATIENCE);
    }

    private String counted(Colleague head) throws IOException {
        String units = head.read(http, aryz.desk(), "/api/v1/queues")
                .body()
                .path("units")
                .toString();
        assertThat(units).contains(Facts.UNIT);
        return units;
    }

    private void approve(String complaintId) {
        String body = "{\"sections\": [\"identity\"], \"ground\": \"COURT_ORDER\", \"reference\": \"2-17/2026\"}";
        String path = "/api/v1/complaints/" + complaintId + "/destruction-approvals";
        Token officer = officer();
        Token prosecutor =
                Token.of(aryz.offset(), "--role", "supervising-prosecutor", "--unit", Facts.UNIT, "--step-up");
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(officer.post(http, aryz.inbox().resolve(path), body)
                                .status())
                        .isEqualTo(201));
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .untilAsserted(() -> assertThat(prosecutor
                                .post(http, aryz.desk().resolve(path), body)
                                .status())
                        .isEqualTo(201));
    }

    /** Who has proved themselves just now. */
    private Token officer() {
        return Token.of(aryz.offset(), "--role", "commissioner-officer", "--step-up");
    }

    private void configure(Map<String, String> settings) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.KEYS.name());
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(one -> new AlterConfigOp(new ConfigEntry(one.getKey(), one.getValue()), OpType.SET))
                .toList();
        try (Admin admin = Admin.create(aryz.administrator())) {
            admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
        }
    }

    private WrappedKey key(String complaintId, Section<?> section) {
        return aryz.log().of(Topics.KEYS).stream()
                .filter(key -> key.getComplaintId().equals(complaintId))
                .filter(key -> key.getSection().equals(section.path()))
                .findFirst()
                .orElseThrow();
    }

    private List<CaseEvent> chain(String complaintId) {
        return aryz.log().of(Topics.CASE_EVENTS).stream()
                .filter(event -> event.getHeader().getComplaintId().equals(complaintId))
                .toList();
    }

    /** {@code aryz verify} of everything that stands there. */
    private void assertThatAllChainsAreWhole() {
        StringWriter said = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(
                        "--bootstrap-server",
                        aryz.addresses().bootstrapServers(),
                        "--config",
                        aryz.lock().file(Principal.SHREDDER).path().toString(),
                        "--registry",
                        aryz.addresses().registryUrl().toString());
        assertThat(code).as(said.toString()).isZero();
        assertThat(said.toString()).contains(", 0 breaks").doesNotStartWith("0 events");
    }

    /** In an emergency a unit's head reads who is concerned. */
    private JsonNode opened(Colleague head, String complaintId) throws IOException {
        return head.token()
                .post(
                        http,
                        aryz.desk().resolve("/api/v1/complaints/" + complaintId + "/openings"),
                        "{\"section\": \"identity\", \"purpose\": \"PROTECTION\", \"breakGlass\": true,"
                                + " \"note\": \"жизнь в опасности\"}")
                .body();
    }

    private static void assertThatItSaysWhy(JsonNode parts) {
        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.has("content")).isFalse();
            assertThat(part.path("closed").asText()).isEqualTo("NO_KEY");
            assertThat(part.path("destroyed").path("ground").asText()).isEqualTo("COURT_ORDER");
            assertThat(part.path("destroyed").path("bodies"))
                    .extracting(JsonNode::asText)
                    .containsExactly("COMMISSIONER", "PROS_KZ-75");
        });
    }

    /** What is looked for is found while it is there. */
    private void awaitFilesWith(WrappedKey key) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(filesWith(key))
                        .as("wrappings of the key of %s", key.getSection())
                        .isNotEmpty());
    }

    /** The files, of any part, that have a wrapping of the key in them. */
    private List<String> filesWith(WrappedKey key) throws IOException {
        List<String> wrappings = key.getWraps().stream()
                .map(wrap -> latin(AvroBinary.bytes(wrap.getWrapped())))
                .toList();
        return FileTraces.under(aryz.folder())
                .filter(trace -> wrappings.stream().anyMatch(latin(trace.bytes())::contains))
                .map(Trace::place)
                .toList();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
