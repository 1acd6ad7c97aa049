package kz.aryz.system.schemas;

import static kz.aryz.system.Patience.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import kz.aryz.schema.QueueItem;
import kz.aryz.system.Platform;
import kz.aryz.system.Uses;
import kz.aryz.topic.Topic;
import kz.aryz.topic.TopicChange.Configuration;
import kz.aryz.topic.TopicChange.Creation;
import kz.aryz.topic.TopicChange.Nothing;
import kz.aryz.topic.TopicChange.Refusal;
import kz.aryz.topic.TopicProvisioner;
import kz.aryz.topic.Topics;
import kz.aryz.topic.TopicsCommand;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@Uses(Platform.class)
class TopicsApplyTest {

    private static final String WEEK = "604800000";

    private final Topic<QueueItem> topic = Topics.queue("TEST." + UUID.randomUUID());
    private final Admin admin = connect();
    private final TopicProvisioner provisioner =
            new TopicProvisioner(admin, OptionalInt.of(1), OptionalInt.empty(), true);

    @AfterEach
    void close() throws Exception {
        if (admin.listTopics().names().get().contains(topic.name())) {
            admin.deleteTopics(List.of(topic.name())).all().get();
            await().atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(topic.name()));
        }
        admin.close();
    }

    @Test
    void makesWhatIsMissingAsTheCatalogueHasIt() throws Exception {
        assertThat(provisioner.apply(List.of(topic))).containsExactly(new Creation(topic));

        assertThat(setting("retention.ms")).isEqualTo("-1");
        assertThat(setting("max.message.bytes")).isEqualTo("4194304");
    }

    @Test
    void doesNothingTheSecondTime() throws Exception {
        provisioner.apply(List.of(topic));

        assertThat(provisioner.apply(List.of(topic))).containsExactly(new Nothing(topic));
    }

    @Test
    void keepsRecordsForEverThatWereKeptForAWeek() throws Exception {
        create(12, Map.of("retention.ms", WEEK));

        assertThat(provisioner.apply(List.of(topic))).singleElement().isInstanceOf(Configuration.class);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(setting("retention.ms")).isEqualTo("-1"));
    }

    @Test
    void forcesToDiskFromNowOnWhatWasNot() throws Exception {
        create(12, Map.of());

        provisioner.apply(List.of(topic));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(setting("flush.messages")).isEqualTo("1"));
    }

    @Test
    void refusesToChangeTheNumberOfPartitionsAndTouchesNothingElse() throws Exception {
        create(6, Map.of("retention.ms", WEEK));

        assertThat(provisioner.apply(List.of(topic))).singleElement().isInstanceOf(Refusal.class);

        assertThat(setting("retention.ms")).isEqualTo(WEEK);
    }

    @Test
    void refusesToChangeTheCleanUpPolicy() throws Exception {
        create(12, Map.of("cleanup.policy", "compact"));

        assertThat(provisioner.apply(List.of(topic))).singleElement().isInstanceOf(Refusal.class);

        assertThat(setting("cleanup.policy")).isEqualTo("compact");
    }

    @Test
    void onlyTellsWhenAskedForAPlan() throws Exception {
        assertThat(provisioner.plan(List.of(topic))).containsExactly(new Creation(topic));

        assertThat(admin.listTopics().names().get()).doesNotContain(topic.name());
    }

    @Test
    void theCommandMakesTheWholeCatalogueAndIsRepeatable() {
        apply();

        assertThat(apply())
                .containsAll(Topics.all().stream()
                        .map(known -> "unchanged  " + known.name())
                        .toList())
                .allSatisfy(line -> assertThat(line).startsWith("unchanged"));
    }

    @Test
    void theCommandNamesAndMendsAQueueThatSomebodyHasKeptOtherwise() throws Exception {
        provisioner.apply(List.of(topic));
        set("max.message.bytes", "10");
        String named = "configured " + topic.name() + ": [max.message.bytes is 10, wanted 4194304]";

        assertThat(apply("--dry-run")).contains(named);
        assertThat(setting("max.message.bytes")).isEqualTo("10");
        assertThat(apply()).contains(named);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(setting("max.message.bytes")).isEqualTo("4194304"));
    }

    @Test
    void whoeverOnlyMakesWhatIsMissingLeavesTheOthersAsTheyAre() throws Exception {
        provisioner.makeMissing(List.of(topic));
        set("max.message.bytes", "10");

        provisioner.makeMissing(List.of(topic));

        assertThat(setting("max.message.bytes")).isEqualTo("10");
        assertThat(setting("retention.ms")).isEqualTo("-1");
    }

    private static List<String> apply(String... further) {
        StringWriter out = new StringWriter();
        String broker = Platform.shared().bootstrapServers();
        int exitCode = new CommandLine(new TopicsCommand())
                .setOut(new PrintWriter(out))
                .execute(Stream.concat(Stream.of("apply", "--flush", "--bootstrap-server", broker), Stream.of(further))
                        .toArray(String[]::new));
        assertThat(exitCode).isZero();
        return out.toString().lines().toList();
    }

    private void set(String name, String value) throws Exception {
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.<ConfigResource, Collection<AlterConfigOp>>of(resource(), List.of(change)))
                .all()
                .get();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(setting(name)).isEqualTo(value));
    }

    private void create(int partitions, Map<String, String> configs) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic.name(), partitions, (short) 1).configs(configs)))
                .all()
                .get();
        await().atMost(PATIENCE).until(() -> admin.listTopics().names().get().contains(topic.name()));
    }

    private String setting(String name) throws Exception {
        Config config = admin.describeConfigs(List.of(resource())).all().get().get(resource());
        return Objects.requireNonNull(config).get(name).value();
    }

    private ConfigResource resource() {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static Admin connect() {
        return Admin.create(Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, Platform.shared().bootstrapServers()));
    }
}
