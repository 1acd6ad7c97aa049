package kz.aryz.dossier;

import static org.apache.kafka.streams.kstream.Named.as;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.aryz.dossier.state.StoredHead;
import kz.aryz.dossier.state.StoredPlace;
import kz.aryz.serde.AvroSerdes;
import kz.aryz.topic.Topic;
import kz.aryz.topic.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * One line: submissions, keys, decisions and, where the service may read them, openings to a dossier per complaint. An application of its own beside that of
 * its service: it reads everything from the beginning, whenever it comes, and writes nothing but its stores.
 */
public final class DossiersTopology implements Supplier<Topology> {

    /** What is known of each complaint; by complaint id. The names are names of changelog topics: they stay. */
    public static final String HEADS = "heads";

    /** Where the records about each complaint lie, a row each; by {@link PlaceKey}. */
    public static final String PLACES = "places";

    private final Map<String, Object> properties;
    private final AvroSerdes serdes;
    private final boolean openings;
    private final IntConsumer begun;

    /**
     * @param properties of the streams client
     * @param serdes for the values of topics
     * @param openings whether the service may read who opened what
     * @param begun told each partition that comes to this instance, before anybody can ask for what is kept of it
     */
    public DossiersTopology(Map<String, Object> properties, AvroSerdes serdes, boolean openings, IntConsumer begun) {
        this.properties = Map.copyOf(properties);
        this.serdes = serdes;
        this.openings = openings;
        this.begun = begun;
    }

    /** Names of the topics that it reads; {@code openings} as for the topology. */
    static List<String> sources(boolean openings) {
        Stream<Topic<?>> always = Stream.of(Topics.SUBMISSIONS, Topics.KEYS, Topics.CASE_EVENTS);
        return Stream.concat(always, openings ? Stream.of(Topics.ACCESSES) : Stream.empty())
                .map(Topic::name)
                .toList();
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        builder.addStateStore(store(HEADS, StoredHead.class));
        builder.addStateStore(store(PLACES, StoredPlace.class));
        KStream<String, DossierFact> submitted =
                stream(builder, Topics.SUBMISSIONS, "submissions").mapValues(DossierIntake::submitted, as("submitted"));
        KStream<String, DossierFact> keyed =
                stream(builder, Topics.KEYS, "keys").mapValues(DossierIntake::keyed, as("keyed"));
        KStream<String, DossierFact> happened =
                stream(builder, Topics.CASE_EVENTS, "events").mapValues(DossierIntake::happened, as("happened"));
        KStream<String, DossierFact> facts =
                submitted.merge(keyed, as("submitted-or-keyed")).merge(happened, as("or-happened"));
        withOpenings(builder, facts).process(() -> new DossierKeeper(begun), as("dossier-keeper"), HEADS, PLACES);
        return builder.build();
    }

    private KStream<String, DossierFact> withOpenings(StreamsBuilder builder, KStream<String, DossierFact> facts) {
        if (!openings) {
            return facts;
        }
        KStream<String, DossierFact> accessed =
                stream(builder, Topics.ACCESSES, "accesses").mapValues(DossierIntake::accessed, as("accessed"));
        return facts.merge(accessed, as("or-accessed"));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Class<V> type) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), AvroSerdes.local(type));
    }

    private <V> KStream<String, V> stream(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.String(), serdes.serde(topic)).withName(name));
    }
}
