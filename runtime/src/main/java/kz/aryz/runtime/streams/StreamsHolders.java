package kz.aryz.runtime.streams;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Who holds which partition of a store, as the group's members have told each other. */
public final class StreamsHolders<S> implements Supplier<List<Holder<S>>> {

    private final KafkaStreams streams;
    private final String store;
    private final String source;
    private final Function<HostInfo, S> contents;

    /**
     * @param store name of the store
     * @param source a topic that the tasks with that store read
     * @param contents how to ask an instance, this one included
     */
    public StreamsHolders(KafkaStreams streams, String store, String source, Function<HostInfo, S> contents) {
        this.streams = streams;
        this.store = store;
        this.source = source;
        this.contents = contents;
    }

    /** Empty while this instance is not in the group. Who keeps nothing but copies is left out. */
    @Override
    public List<Holder<S>> get() {
        if (!streams.state().isRunningOrRebalancing()) {
            return List.of();
        }
        return streams.streamsMetadataForStore(store).stream()
                .map(instance -> new Holder<>(contents.apply(instance.hostInfo()), partitions(instance)))
                .filter(holder -> !holder.partitions().isEmpty())
                .toList();
    }

    private Set<Integer> partitions(StreamsMetadata instance) {
        return instance.topicPartitions().stream()
                .filter(partition -> partition.topic().equals(source))
                .map(TopicPartition::partition)
                .collect(Collectors.toUnmodifiableSet());
    }
}
