package kz.aryz.quickstart.process;

import java.nio.file.Path;

/** Settings of a broker that is alone and shares its disk with everything else. */
final class KafkaSettings {

    /** The same for every quickstart; a folder of data is recognised by it. */
    static final String CLUSTER_ID = "YXJ5ei1xdWlja3N0YXJ0MQ";

    /** Warnings, what the broker says when it starts and stops, and what it refused to whom. */
    static final String LOGGING = """
            appender.console.type=Console
            appender.console.name=console
            appender.console.layout.type=PatternLayout
            appender.console.layout.pattern=%d{ISO8601} %p %m (%c)%n
            rootLogger.level=WARN
            rootLogger.appenderRef.console.ref=console
            logger.server.name=org.apache.kafka.server
            logger.server.level=INFO
            logger.refused.name=kafka.authorizer.logger
            logger.refused.level=INFO
            """;

    private KafkaSettings() {}

    /**
     * The server properties. Consumer offsets are kept for ten years: a folder that is opened after a holiday goes on
     * where it stopped and does not replay. A record of 4 MiB is a body of 1 MiB, sealed, with room to spare.
     */
    static String of(String host, int port, int controllerPort, Path log) {
        return of(host, port, controllerPort, log, "PLAINTEXT");
    }

    /** The same, where nobody gets in without a password. */
    static String locked(String host, int port, int controllerPort, Path log, BrokerLock lock) {
        return of(host, port, controllerPort, log, BrokerLock.PROTOCOL) + lock.settings();
    }

    private static String of(String host, int port, int controllerPort, Path log, String protocol) {
        return """
            process.roles=broker,controller
            node.id=1
            controller.quorum.bootstrap.servers=%1$s:%3$d
            listeners=%5$s://%1$s:%2$d,CONTROLLER://%1$s:%3$d
            advertised.listeners=%5$s://%1$s:%2$d,CONTROLLER://%1$s:%3$d
            inter.broker.listener.name=%5$s
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=%5$s:%5$s,CONTROLLER:%5$s
            log.dirs=%4$s
            auto.create.topics.enable=false
            default.replication.factor=1
            min.insync.replicas=1
            unclean.leader.election.enable=false
            message.max.bytes=4194304
            replica.fetch.max.bytes=4194304
            offsets.retention.minutes=5256000
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=8
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=8
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=8
            group.initial.rebalance.delay.ms=0
            log.segment.delete.delay.ms=1000
            """.formatted(host, port, controllerPort, log.toAbsolutePath(), protocol);
    }
}
