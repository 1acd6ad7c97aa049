package kz.aryz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TopicConfigsTest {

    private static final TopicConfigs PLAIN = new TopicConfigs(OptionalInt.empty(), false);
    private static final TopicConfigs ONE_HOST = new TopicConfigs(OptionalInt.of(2), true);

    @Test
    void saysExplicitlyThatRecordsAreKeptForEver() {
        assertThat(PLAIN.of(Topics.CASE_EVENTS))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
    }

    @Test
    void boundsHowLongADestroyedKeyStaysInTheLog() {
        assertThat(PLAIN.of(Topics.KEYS))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("min.compaction.lag.ms", "3600000")
                .containsEntry("max.compaction.lag.ms", "86400000")
                .containsEntry("delete.retention.ms", "7948800000");
    }

    @Test
    void takesABodyOfTheSizeLimitSealed() {
        assertThat(Topics.all())
                .filteredOn(Topic::isAvro)
                .allSatisfy(topic -> assertThat(PLAIN.of(topic)).containsEntry("max.message.bytes", "4194304"));
    }

    @Test
    void hasRoomForTheHeadersOfTheLargestRecordThatIsPutAside() {
        assertThat(List.of(Topics.TRIAGE_DEAD_LETTERS, Topics.NOTIFIER_DEAD_LETTERS))
                .allSatisfy(topic -> assertThat(PLAIN.of(topic)).containsEntry("max.message.bytes", "4259840"));
    }

    @Test
    void neverElectsALeaderThatLacksRecords() {
        assertThat(Topics.all())
                .allSatisfy(
                        topic -> assertThat(PLAIN.of(topic)).containsEntry("unclean.leader.election.enable", "false"));
    }

    @Test
    void letsNobodyWriteWhatWasDoneInConfidenceForADayThatIsOver() {
        assertThat(PLAIN.of(Topics.ACCESSES))
                .containsEntry("message.timestamp.before.max.ms", "3600000")
                .containsEntry("message.timestamp.after.max.ms", "3600000");
    }

    @Test
    void takesWhatWaitedEverywhereElse() {
        assertThat(Topics.all())
                .filteredOn(topic -> !topic.equals(Topics.ACCESSES))
                .allSatisfy(topic -> assertThat(PLAIN.of(topic)).doesNotContainKey("message.timestamp.before.max.ms"));
    }

    @Test
    void leavesReplicationToTheBrokerUnlessTold() {
        assertThat(PLAIN.of(Topics.SUBMISSIONS)).doesNotContainKeys("min.insync.replicas", "flush.messages");
    }

    @Test
    void forcesEveryRecordThatMayNotBeLostToDiskWhereReplicasShareAHost() {
        assertThat(ONE_HOST.of(Topics.SUBMISSIONS))
                .containsEntry("flush.messages", "1")
                .containsEntry("min.insync.replicas", "2");
    }

    @Test
    void forcesNothingElse() {
        assertThat(ONE_HOST.of(Topics.ATTEMPTS)).doesNotContainKey("flush.messages");
    }
}
