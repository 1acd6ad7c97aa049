package kz.aryz.runtime.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operator's file cannot change, with Kafka's own words for it. Classes that an operator puts on the class path and names
 * (interceptors, serializers, wrappers of processors) are trusted as the rest of the path is.
 */
final class Promises {

    /** Acknowledged by all in-sync replicas, and written once. */
    static final Map<String, String> OF_PRODUCERS = Map.of("acks", "all", "enable.idempotence", "true");

    /** Read only when committed, from the beginning, and again where it was not done with; no topic is made by reading it. */
    static final Map<String, String> OF_CONSUMERS = Map.of(
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", "false",
            "allow.auto.create.topics", "false");

    /** Acknowledged one by one. */
    static final Map<String, String> OF_SHARE_CONSUMERS = Map.of("share.acknowledgement.mode", "explicit");

    /** Exactly once; no copy of a source behind a table, in which a destroyed key would stay. */
    static final Map<String, String> OF_STREAMS = Map.of(
            "processing.guarantee", "exactly_once_v2",
            "topology.optimization", "reuse.ktable.source.topics");

    private static final Map<String, String> FIXED = Stream.of(
                    OF_PRODUCERS, OF_CONSUMERS, OF_SHARE_CONSUMERS, OF_STREAMS)
            .flatMap(promises -> promises.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /**
     * Who a client is among others, what becomes of what cannot be processed, what time a record has, and how long what stands
     * behind a store is kept.
     */
    private static final Set<String> NOT_THE_OPERATORS = Set.of(
            "application.id",
            "group.id",
            "group.instance.id",
            "transactional.id",
            "deserialization.exception.handler",
            "default.deserialization.exception.handler",
            "processing.exception.handler",
            "processing.exception.handler.global.enabled",
            "production.exception.handler",
            "default.production.exception.handler",
            "default.timestamp.extractor",
            "topic.cleanup.policy",
            "topic.retention.bytes",
            "topic.retention.ms",
            "topic.unclean.leader.election.enable");

    /** Kafka Streams takes what follows for one kind of its clients, and there over what has no prefix. */
    private static final Pattern PREFIX =
            Pattern.compile("^((main|restore|global)\\.)?consumer\\.|^producer\\.|^admin\\.");

    private Promises() {}

    /** What is to be done about a setting, as the continuation of {@code NAME: }; empty where it breaks no promise. */
    static Optional<String> remedy(String name, String value) {
        String setting = PREFIX.matcher(name).replaceFirst("");
        if (NOT_THE_OPERATORS.contains(setting)) {
            return Optional.of("remove " + name + ", which Aryz decides");
        }
        return Optional.ofNullable(FIXED.get(setting))
                .filter(promised -> !promised.equals(value))
                .map(promised -> "remove " + name + ", which is always " + promised);
    }
}
