package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import kz.aryz.dossier.state.StoredPlace;
import kz.aryz.serde.AvroSerdes;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the places of a complaint is read, and in which order. */
class StoredPlacesTest {

    private static final String COMPLAINT = Records.COMPLAINT;

    private final KeyValueStore<String, StoredPlace> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("places"), Serdes.String(), AvroSerdes.local(StoredPlace.class))
            .withLoggingDisabled()
            .build();

    private final StoredPlaces places = new StoredPlaces(store, COMPLAINT);

    StoredPlacesTest() {
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 400, 4_001})
    void oneStretchAfterTheOtherHoldsEveryPlaceOnceAndNoneIsLong(int count) {
        List<Long> all =
                LongStream.range(0, count).map(number -> 3 * number).boxed().toList();
        all.forEach(offset -> put(COMPLAINT, Trail.ACCESSES, offset));

        List<Long> read = new ArrayList<>();
        Stretch stretch = places.stretch(Trail.ACCESSES, Optional.empty());
        read.addAll(0, stretch.places());
        while (stretch.next().isPresent()) {
            assertThat(stretch.places()).hasSize(Stretch.MOST);
            stretch = places.stretch(Trail.ACCESSES, stretch.next());
            read.addAll(0, stretch.places());
        }

        assertThat(read).isEqualTo(all);
    }

    @Test
    void whatIsWrittenMeanwhileMovesNothing() {
        LongStream.range(0, 500).forEach(offset -> put(COMPLAINT, Trail.ACCESSES, offset));
        Optional<Place> next = places.stretch(Trail.ACCESSES, Optional.empty()).next();
        Stretch before = places.stretch(Trail.ACCESSES, next);
        LongStream.range(500, 900).forEach(offset -> put(COMPLAINT, Trail.ACCESSES, offset));

        assertThat(places.stretch(Trail.ACCESSES, next)).isEqualTo(before);
    }

    @Test
    void placesOfAnotherKindAndOfOtherComplaintsAreNotAmongThem() {
        String longer = COMPLAINT + "|accesses|0000000000000000007";
        put(COMPLAINT, Trail.ACCESSES, 7);
        put(COMPLAINT, Trail.SUBMISSIONS, 8);
        put(longer, Trail.ACCESSES, 9);
        put(longer.substring(0, COMPLAINT.length() - 1), Trail.ACCESSES, 10);
        store.put(PlaceKey.event(COMPLAINT, "e"), new StoredPlace(11L, null, 0L));
        store.put(PlaceKey.dataKey(COMPLAINT, COMPLAINT + "/note/k"), new StoredPlace(12L, null, 0L));

        assertThat(places.stretch(Trail.ACCESSES, Optional.empty())).isEqualTo(new Stretch(List.of(7L), false));
        assertThat(places.stretch(Trail.SUBMISSIONS, Optional.empty())).isEqualTo(new Stretch(List.of(8L), false));
    }

    @Test
    void beforeTheFirstOffsetThereIsNothing() {
        put(COMPLAINT, Trail.ACCESSES, 0);

        assertThat(places.stretch(Trail.ACCESSES, Optional.of(new Place(0)))).isEqualTo(new Stretch(List.of(), false));
    }

    @Test
    void ofDataKeysItSaysNothingThatWasNotAsked() {
        String asked = COMPLAINT + "/identity/k1";
        store.put(PlaceKey.dataKey(COMPLAINT, asked), new StoredPlace(3L, null, 0L));
        store.put(PlaceKey.dataKey(COMPLAINT, COMPLAINT + "/identity/k2"), new StoredPlace(4L, null, 0L));

        assertThat(places.keys(List.of(asked, COMPLAINT + "/identity/k3")))
                .containsExactly(entry(asked, new KeyPlace(3L, null)));
    }

    private void put(String complaintId, Trail trail, long offset) {
        store.put(PlaceKey.at(complaintId, trail, offset), new StoredPlace(offset, null, 0L));
    }
}
