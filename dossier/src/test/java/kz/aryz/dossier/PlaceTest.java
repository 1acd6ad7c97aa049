package kz.aryz.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

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
