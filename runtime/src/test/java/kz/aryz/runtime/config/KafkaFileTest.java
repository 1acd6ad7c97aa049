package kz.aryz.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaFileTest {

    @ParameterizedTest
    @CsvSource({
        "acks, 1, all",
        "producer.acks, 1, all",
        "producer.enable.idempotence, false, true",
        "auto.offset.reset, latest, earliest",
        "consumer.auto.offset.reset, latest, earliest",
        "main.consumer.isolation.level, read_uncommitted, read_committed",
        "restore.consumer.isolation.level, read_uncommitted, read_committed",
        "global.consumer.isolation.level, read_uncommitted, read_committed",
        "main.consumer.enable.auto.commit, true, false",
        "allow.auto.create.topics, true, false",
        "share.acknowledgement.mode, implicit, explicit",
        "processing.guarantee, at_least_once, exactly_once_v2",
        "topology.optimization, none, reuse.ktable.source.topics"
    })
    void refusesAPromiseThatIsBrokenUnderWhateverPrefix(String name, String value, String promised) {
        assertThatThrownBy(() -> new KafkaFile(Map.of(name, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ARYZ_KAFKA_CONFIG: remove " + name + ", which is always " + promised);
    }

    @ParameterizedTest
    @CsvSource({
        "application.id, x",
        "group.id, x",
        "consumer.group.instance.id, x",
        "producer.transactional.id, x",
        "deserialization.exception.handler, org.apache.kafka.streams.errors.LogAndContinueExceptionHandler",
        "default.deserialization.exception.handler, org.apache.kafka.streams.errors.LogAndContinueExceptionHandler",
        "processing.exception.handler, org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler",
        "production.exception.handler, org.apache.kafka.streams.errors.DefaultProductionExceptionHandler",
        "default.timestamp.extractor, org.apache.kafka.streams.processor.LogAndSkipOnInvalidTimestamp",
        "topic.cleanup.policy, delete"
    })
    void refusesWhatIsNotTheOperatorsToSay(String name, String value) {
        assertThatThrownBy(() -> new KafkaFile(Map.of(name, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ARYZ_KAFKA_CONFIG: remove " + name + ", which Aryz decides");
    }

    @ParameterizedTest
    @CsvSource({
        "security.protocol, SASL_SSL",
        "session.timeout.ms, 10000",
        "main.consumer.max.poll.records, 10",
        "producer.compression.type, zstd",
        "commit.interval.ms, 50",
        "topic.min.insync.replicas, 2",
        "acks, all",
        "consumer.auto.offset.reset, earliest"
    })
    void takesTheRestAndWhatSaysTheSame(String name, String value) {
        assertThat(new KafkaFile(Map.of(name, value)).settings()).containsEntry(name, value);
    }
}
