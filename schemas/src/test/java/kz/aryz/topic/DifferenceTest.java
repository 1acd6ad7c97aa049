package kz.aryz.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "partitions, 6, 12",
        "partitions, 24, 12",
        "replication.factor, 1, 3",
        "cleanup.policy, compact, delete",
        "retention.ms, -1, 604800000",
        "retention.ms, 604800000, 3600000",
        "retention.bytes, -1, 1073741824",
        "delete.retention.ms, 86400000, 3600000",
    })
    void isRefusedWhereRecordsWouldMoveOrVanish(String setting, String is, String wanted) {
        assertThat(new Difference(setting, is, wanted).isRefused()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "retention.ms, 604800000, -1",
        "retention.ms, 3600000, 604800000",
        "max.message.bytes, 1048588, 4194304",
        "max.compaction.lag.ms, 9223372036854775807, 86400000",
        "flush.messages, 9223372036854775807, 1",
    })
    void isFollowedOtherwise(String setting, String is, String wanted) {
        assertThat(new Difference(setting, is, wanted).isRefused()).isFalse();
    }
}
