package kz.aryz.runtime.streams;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kz.aryz.runtime.metrics.Metrics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** The streams client of a service: measured, a static member of the service's group, ending the service when it cannot go on. */
public final class StreamsClient implements AutoCloseable {

    /** How long it may take to close. */
    public static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

    private final KafkaStreams streams;
    private final StreamsConfig config;
    private final Membership membership;

    /**
     * Made, not yet started.
     *
     * @param fatal ends the service
     */
    public StreamsClient(Topology topology, Map<String, ?> settings, Metrics metrics, Consumer<Throwable> fatal) {
        Properties properties = new Properties();
        properties.putAll(settings);
        config = new StreamsConfig(settings);
        membership = Membership.of(topology, settings);
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(new ThreadFailures(this::canTakeAnotherThread, fatal));
        metrics.bind(new KafkaStreamsMetrics(streams));
    }

    /** Kafka's own client, to ask. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Joins the group: under its old membership where nothing changed, otherwise anew, so that the work is shared out again. */
    public void start() throws IOException, ExecutionException, InterruptedException {
        if (!membership.isUnchanged()) {
            leave();
            membership.keep();
        }
        streams.start();
    }

    /** A thread has clients of its own, and none can be made while the DNS knows no broker, as when all containers stop. */
    private boolean canTakeAnotherThread() {
        try {
            Admin.create(config.getAdminConfigs("probe")).close();
            return true;
        } catch (KafkaException unknown) {
            return !streams.state().isRunningOrRebalancing();
        }
    }

    private void leave() throws ExecutionException, InterruptedException {
        String group = config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        try (Admin admin = Admin.create(config.getAdminConfigs(group + "-membership"))) {
            List<MemberToRemove> threads = members(admin, group).stream()
                    .map(MemberDescription::groupInstanceId)
                    .flatMap(Optional::stream)
                    .filter(membership::isThread)
                    .map(MemberToRemove::new)
                    .toList();
            if (!threads.isEmpty()) {
                admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions(threads))
                        .all()
                        .get();
            }
        }
    }

    /** None where there is no group yet. */
    private static List<MemberDescription> members(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .flatMap(description -> description.members().stream())
                    .toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        streams.close();
    }
}
