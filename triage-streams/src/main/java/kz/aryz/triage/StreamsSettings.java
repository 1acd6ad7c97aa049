package kz.aryz.triage;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import kz.aryz.runtime.config.KafkaClients;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.deadletter.FailedProcessingHandler;
import kz.aryz.runtime.deadletter.MalformedInputHandler;
import kz.aryz.runtime.deadletter.UnwritableOutputHandler;
import kz.aryz.runtime.streams.BoundedMemory;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Properties of the streams client. */
final class StreamsSettings {

    private StreamsSettings() {}

    /**
     * The properties of an instance.
     *
     * @param instanceId name in the group: a restart under the same name within the session timeout moves no task
     * @param deadLetters used by Kafka's error handlers
     */
    static Map<String, Object> of(TriageConfig config, String instanceId, DeadLetters deadLetters) {
        Map<String, Object> own = new HashMap<>();
        own.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        own.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        own.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        own.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        own.put(
                StreamsConfig.APPLICATION_SERVER_CONFIG,
                hostAndPort(config.service().advertisedUrl()));
        own.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS);
        own.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        own.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topic.MAX_MESSAGE_BYTES);
        own.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        own.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, MalformedInputHandler.class);
        own.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedProcessingHandler.class);
        own.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableOutputHandler.class);
        own.put(DeadLetters.CONFIG, deadLetters);
        return new KafkaClients(config.service()).streams(TriageConfig.NAME, own);
    }

    /** The form in which instances know each other. */
    static String hostAndPort(URI url) {
        int standard = "https".equals(url.getScheme()) ? 443 : 80;
        return url.getHost() + ':' + (url.getPort() < 0 ? standard : url.getPort());
    }
}
