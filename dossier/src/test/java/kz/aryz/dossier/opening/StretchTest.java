package kz.aryz.dossier.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 400, 4_001})
    void oneAfterTheOtherHoldsEveryPlaceOnceAndNoneIsLong(int count) {
        List<Long> all =
                LongStream.range(0, count).map(number -> 3 * number).boxed().toList();

        List<Long> read = new ArrayList<>();
        Stretch stretch = Stretch.of(all, Optional.empty());
        read.addAll(0, stretch.places());
        while (stretch.next().isPresent()) {
            assertThat(stretch.places()).hasSize(Stretch.MOST);
            stretch = Stretch.of(all, stretch.next());
            read.addAll(0, stretch.places());
        }

        assertThat(read).isEqualTo(all);
    }

    @Test
    void whatIsWrittenMeanwhileMovesNothing() {
        List<Long> before = LongStream.range(0, 500).boxed().toList();
        List<Long> after = LongStream.range(0, 900).boxed().toList();
        Optional<Place> next = Stretch.of(before, Optional.empty()).next();

        assertThat(Stretch.of(after, next)).isEqualTo(Stretch.of(before, next));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "x", "MTA=!", "LTE", "MTIzYQ"})
    void aPlaceThatNobodyWasToldIsNone(String text) {
        assertThat(Place.decode(text)).isEmpty();
    }

    @Test
    void aPlaceIsFoundAgain() {
        assertThat(Place.decode(new Place(4_711).encode())).contains(new Place(4_711));
    }
}
