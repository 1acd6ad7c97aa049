package kz.aryz.runtime.streams;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Where the instances of a group answer each other, this one included. */
public record StreamsInstances(KafkaStreams streams) implements Supplier<List<URI>> {

    /** None while this instance is not in the group. */
    @Override
    public List<URI> get() {
        if (!streams.state().isRunningOrRebalancing()) {
            return List.of();
        }
        return streams.metadataForAllStreamsClients().stream()
                .map(StreamsMetadata::hostInfo)
                .filter(host -> !host.equals(HostInfo.unavailable()))
                .distinct()
                .map(host -> URI.create("http://" + host.host() + ':' + host.port()))
                .toList();
    }
}
