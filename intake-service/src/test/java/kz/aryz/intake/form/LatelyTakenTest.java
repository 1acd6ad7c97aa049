package kz.aryz.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.aryz.id.ComplaintNumber;
import kz.aryz.id.PermanentSecret;
import org.junit.jupiter.api.Test;

class LatelyTakenTest {

    private static final PermanentSecret SECRET = PermanentSecret.of(new byte[PermanentSecret.MINIMUM_BYTES]);
    private static final HandingIn.Outcome.Told TOLD =
            new HandingIn.Outcome.Told(ComplaintNumber.of(SECRET, "complaint"), Instant.EPOCH);

    private final LatelyTaken lately = new LatelyTaken();

    @Test
    void knowsAFormByItsClientIdWhateverElseIsTyped() {
        lately.add(form("c", "x"), TOLD);

        assertThat(lately.find(form("c", "y"))).contains(TOLD);
        assertThat(lately.find(form("d", "x"))).isEmpty();
    }

    @Test
    void forgetsTheOldestFirst() {
        for (int number = 0; number <= LatelyTaken.MOST; number++) {
            lately.add(form("c" + number, "x"), TOLD);
        }

        assertThat(lately.find(form("c0", "x"))).isEmpty();
        assertThat(lately.find(form("c1", "x"))).contains(TOLD);
        assertThat(lately.find(form("c" + LatelyTaken.MOST, "x"))).contains(TOLD);
    }

    private static Typed form(String clientId, String story) {
        return new Typed(Map.of("clientId", List.of(clientId), "narrative", List.of(story)));
    }
}
