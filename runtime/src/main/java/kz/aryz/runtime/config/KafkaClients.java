package kz.aryz.runtime.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;

/**
 * Properties of a service's Kafka clients: Aryz's defaults, over them what the caller asks for, over them the operator's
 * file; over that stands what a member of a share group asks for. The file cannot hold what would break a promise ({@link Promises}).
 */
public final class KafkaClients {
    /** What the operator may set for consumers, and a share consumer refuses. */
    private static final Set<String> NOT_FOR_SHARE_CONSUMERS = Set.of(
            "auto.offset.reset",
            "enable.auto.commit",
            "group.protocol",
            "group.remote.assignor",
            "heartbeat.interval.ms",
            "interceptor.classes",
            "isolation.level",
            "partition.assignment.strategy",
            "session.timeout.ms");

    private final ServiceConfig config;

    public KafkaClients(ServiceConfig config) {
        this.config = config;
    }

    /** Acknowledged by all in-sync replicas, idempotent. */
    public Map<String, Object> producer(String role, Map<String, ?> own) {
        Map<String, Object> defaults = new HashMap<>(Promises.OF_PRODUCERS);
        defaults.put("max.request.size", Topic.MAX_MESSAGE_BYTES);
        return merged(role, defaults, own);
    }

    /** Reads only committed records, from the beginning, commits nothing by itself, creates no topic. */
    public Map<String, Object> consumer(String role, Map<String, ?> own) {
        return merged(role, Promises.OF_CONSUMERS, own);
    }

    /**
     * A member of a share group that acknowledges each record itself. How many it takes at once is part of how it works, and
     * not the operator's to say for all clients: its {@code own} settings stand. Isolation and offset reset are properties of
     * the group, set through the admin client before the first subscription.
     */
    public Map<String, Object> shareConsumer(String role, String group, Map<String, ?> own) {
        Map<String, Object> defaults = new HashMap<>(Promises.OF_SHARE_CONSUMERS);
        defaults.put("group.id", group);
        Map<String, Object> properties = merged(role, defaults, own);
        properties.putAll(own);
        properties.keySet().removeAll(NOT_FOR_SHARE_CONSUMERS);
        return properties;
    }

    public Map<String, Object> admin(String role) {
        return admin(role, Map.of());
    }

    public Map<String, Object> admin(String role, Map<String, ?> own) {
        return merged(role, Map.of(), own);
    }

    /** Exactly once, every internal resource named, short commit interval: each hop adds it to the latency. */
    public Map<String, Object> streams(String applicationId, Map<String, ?> own) {
        Map<String, Object> defaults = new HashMap<>(Promises.OF_STREAMS);
        defaults.put("application.id", applicationId);
        defaults.put("commit.interval.ms", 100);
        defaults.put("group.protocol", "classic");
        defaults.put("ensure.explicit.internal.resource.naming", true);
        defaults.put("producer.max.request.size", Topic.MAX_COPY_BYTES);
        return merged(applicationId, defaults, own);
    }

    /**
     * Serdes with the operator's settings. Schema ids are kept in {@code stateDir}, so that a registry that is away does
     * not stop what is known.
     */
    public AvroSerdes avroSerdes(Path stateDir) {
        Map<String, Object> settings = serdes();
        settings.put(AvroSerdes.CACHE, stateDir.resolve("schema-ids").toString());
        return AvroSerdes.from(settings);
    }

    /** What {@link AvroSerdes#from} wants: the registry's address and the operator's settings. */
    Map<String, Object> serdes() {
        Map<String, Object> settings = new HashMap<>(config.kafkaFile().settings());
        settings.put(AvroSerdes.REGISTRY, config.registry().toString());
        return settings;
    }

    private Map<String, Object> merged(String role, Map<String, ?> defaults, Map<String, ?> own) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", config.bootstrapServers());
        properties.put("client.id", config.service() + "-" + role);
        properties.putAll(defaults);
        properties.putAll(own);
        config.kafkaFile().settings().forEach((name, value) -> {
            if (!name.startsWith("aryz.")) {
                properties.put(name, value);
            }
        });
        return properties;
    }
}
