package kz.aryz.topic;

import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How safely a command that makes topics has the broker keep them. */
public final class ReplicationOptions {

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Copies of each partition. Default: as the broker has it.")
    private @Nullable Integer replicationFactor;

    @Option(
            names = "--min-insync-replicas",
            paramLabel = "N",
            description = "Copies that must exist before a record is acknowledged. Default: as the broker has it.")
    private @Nullable Integer minInsyncReplicas;

    @Option(
            names = "--flush",
            description = "Forces what may not be lost to disk before it is acknowledged; needed where all replicas"
                    + " share a host and so a power supply.")
    private boolean flush;

    /** A provisioner with these settings. */
    public TopicProvisioner provisioner(Admin admin) {
        return new TopicProvisioner(admin, optional(replicationFactor), optional(minInsyncReplicas), flush);
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
