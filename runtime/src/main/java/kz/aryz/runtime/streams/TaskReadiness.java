package kz.aryz.runtime.streams;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.aryz.runtime.health.Health;
import kz.aryz.runtime.health.HealthCheck;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;

/**
 * Up once tasks that hold a store are assigned to this instance and the store of each of them answers, which it does not
 * before it is restored. The name of the client's state says neither.
 */
public final class TaskReadiness implements HealthCheck {

    private final KafkaStreams streams;
    private final LocalPartitions local;
    private final String store;
    private final String source;

    /**
     * @param store name of a store with text keys
     * @param source a topic that only the tasks with that store read
     */
    public TaskReadiness(KafkaStreams streams, String store, String source) {
        this.streams = streams;
        this.local = new LocalPartitions(streams);
        this.store = store;
        this.source = source;
    }

    @Override
    public Health health() {
        if (!streams.state().isRunningOrRebalancing()) {
            return Health.down("stream client is " + streams.state());
        }
        Set<Integer> assigned = assigned();
        return of(assigned, answering(assigned));
    }

    static Health of(Set<Integer> assigned, Set<Integer> answering) {
        if (assigned.isEmpty()) {
            return Health.down("no task is assigned");
        }
        return answering.containsAll(assigned)
                ? Health.up()
                : Health.down(answering.size() + " of " + assigned.size() + " tasks are restored");
    }

    private Set<Integer> assigned() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .filter(this::holdsTheStore)
                .map(task -> task.taskId().partition())
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean holdsTheStore(TaskMetadata task) {
        return task.topicPartitions().stream()
                .anyMatch(partition -> partition.topic().equals(source));
    }

    private Set<Integer> answering(Set<Integer> partitions) {
        return local.read(store, partitions, here -> Optional.ofNullable(here.get("")))
                .keySet();
    }
}
