package kz.aryz.runtime.streams;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.aryz.runtime.config.KafkaClients;
import kz.aryz.runtime.config.ServiceConfig;
import kz.aryz.runtime.deadletter.DeadLetters;
import kz.aryz.runtime.deadletter.FailedProcessingHandler;
import kz.aryz.runtime.deadletter.MalformedInputHandler;
import kz.aryz.runtime.deadletter.UnwritableOutputHandler;
import kz.aryz.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;

/** Properties of the streams clients of a service. */
public final class StreamsSettings {

    /**
     * A broker that is away stops a task for as long as it is away; by default a thread dies of that after minutes. A commit
     * waits as long, too. Once one has timed out, by default after a minute, the producer allows nothing but the same commit
     * again, and Kafka Streams goes on to write with it (seen on 4.3.1): the write is refused when its record is already in a
     * batch. That batch belongs to no transaction and is never sent, so that the thread, which dies of the refusal, waits for
     * ever to close its producer, with the network thread in a loop that takes a whole core.
     */
    private static final Duration OUTAGE = Duration.ofDays(3650);

    private StreamsSettings() {}

    /** Of the service's application, which is named as the service is, and so is its group. */
    public static Map<String, Object> of(ServiceConfig service, StreamsInstance instance, DeadLetters deadLetters)
            throws IOException {
        return of(service, service.service(), instance, deadLetters);
    }

    /**
     * Of one more application of the service: with a group of its own, named {@code application}, which reads every source
     * from the beginning, and a folder of its own below the service's.
     */
    public static Map<String, Object> ofOneMore(
            ServiceConfig service, String application, StreamsInstance instance, DeadLetters deadLetters)
            throws IOException {
        StreamsInstance apart = new StreamsInstance(
                instance.stateDir().resolve(application),
                Optional.of(instance.name()),
                instance.standbyReplicas(),
                instance.threads(),
                instance.peerUrl());
        return of(service, application, apart, deadLetters);
    }

    private static Map<String, Object> of(
            ServiceConfig service, String application, StreamsInstance instance, DeadLetters deadLetters)
            throws IOException {
        Map<String, Object> own = new HashMap<>();
        own.put(StreamsConfig.STATE_DIR_CONFIG, instance.stateDir().toString());
        own.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance.name());
        own.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, instance.standbyReplicas());
        own.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, instance.threads());
        own.put(StreamsConfig.APPLICATION_SERVER_CONFIG, hostAndPort(address(service, instance)));
        own.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, OUTAGE.toMillis());
        own.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), OUTAGE.toMillis());
        own.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        own.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topic.MAX_COPY_BYTES);
        own.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
        own.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, MalformedInputHandler.class);
        own.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedProcessingHandler.class);
        own.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableOutputHandler.class);
        own.put(DeadLetters.CONFIG, deadLetters);
        return new KafkaClients(service).streams(application, own);
    }

    /** Where the other instances reach this one. */
    public static HostInfo address(ServiceConfig service, StreamsInstance instance) {
        URI url = instance.peerUrl().orElse(service.advertisedUrl());
        int standard = "https".equals(url.getScheme()) ? 443 : 80;
        return new HostInfo(url.getHost(), url.getPort() < 0 ? standard : url.getPort());
    }

    private static String hostAndPort(HostInfo address) {
        return address.host() + ':' + address.port();
    }
}
