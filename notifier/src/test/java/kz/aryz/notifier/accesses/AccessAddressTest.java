package kz.aryz.notifier.accesses;

import static org.assertj.core.api.Assertions.assertThat;

import kz.aryz.runtime.http.Language;
import org.junit.jupiter.api.Test;

class AccessAddressTest {

    private final AccessAddress latest = new AccessAddress(null, false);

    @Test
    void thePageThatNobodyHasChosenAnythingOnIsTheLatest() {
        assertThat(latest.href()).isEqualTo("/accesses");
        assertThat(latest.isLatest()).isTrue();
    }

    @Test
    void anotherLanguageIsThatOfTheSamePage() {
        assertThat(latest.withStill(true).from("xyz").in(Language.RUSSIAN))
                .isEqualTo("/accesses?after=xyz&still&lang=ru");
    }

    @Test
    void theLatestStaysAsTheReaderWantsIt() {
        assertThat(latest.withStill(true).from("xyz").latest().href()).isEqualTo("/accesses?still");
    }
}
