package kz.aryz.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private static final int SHORT = BodyBudget.SHORT_BYTES;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    /** Eight pieces, two of them for short bodies alone. */
    private final BodyBudget budget = budget(Duration.ZERO);

    @Test
    void aLongBodyThatHasComeStaysThoughShortOnesFillTheRest() {
        BodyBudget.Share story = come(6);
        BodyBudget.Share note = come(1);
        BodyBudget.Share other = come(1);

        assertThat(story.whole()).hasSize(6 * SHORT);
        assertThat(note.whole()).hasSize(SHORT);
        assertThat(other.whole()).hasSize(SHORT);
        assertThat(held()).isEqualTo(8 * SHORT);
    }

    @Test
    void nothingIsKeptOfWhatFindsNoRoom() {
        BodyBudget.Share story = come(6);

        assertThatThrownBy(() -> come(2)).isInstanceOf(ProblemException.class);

        assertThat(held()).isEqualTo(6 * SHORT);
        story.close();
        story.close();
        assertThat(held()).isZero();
        assertThatThrownBy(story::whole).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatDidNotComeAtOnceMakesWayForWhatIsShorter() {
        List<BodyBudget.Share> stalled = fill(budget);

        BodyBudget.Share complaint = come(budget, 1, 5_000);

        assertThat(complaint.whole()).hasSize(5_000);
        assertThat(held()).isEqualTo(7 * SHORT + 5_000);
        assertThatThrownBy(() -> come(1)).as("no shorter than they are").isInstanceOf(ProblemException.class);
        assertThat(stalled).satisfiesOnlyOnce(share -> assertThatThrownBy(share::whole));
    }

    @Test
    void whatMayStillBeComingAtOnceMakesNoWay() {
        BodyBudget patient = budget(Duration.ofMinutes(30));
        List<BodyBudget.Share> coming = fill(patient);

        assertThatThrownBy(() -> come(patient, 1, 5_000)).isInstanceOf(ProblemException.class);

        assertThat(coming).allSatisfy(share -> assertThat(share.whole()).hasSize(SHORT));
    }

    @Test
    void aLongBodyThatMayStillBeComingPromptlyMakesNoWayForAShortOne() {
        BodyBudget.Share story = come(6);
        come(1);
        come(1).whole();

        come(budget, 1, 5_000);

        assertThat(story.whole()).hasSize(6 * SHORT);
    }

    private BodyBudget budget(Duration atOnce) {
        return new BodyBudget(8L * SHORT, Duration.ofHours(1), atOnce, registry);
    }

    /** As many short bodies as find room, none of which has come to its end. */
    private static List<BodyBudget.Share> fill(BodyBudget budget) {
        return Stream.generate(() -> come(budget, 1, SHORT)).limit(8).toList();
    }

    private BodyBudget.Share come(int pieces) {
        return come(budget, pieces, SHORT);
    }

    private static BodyBudget.Share come(BodyBudget budget, int pieces, int bytes) {
        BodyBudget.Share share = budget.open();
        for (int piece = 0; piece < pieces; piece++) {
            share.add(new byte[bytes], bytes);
        }
        return share;
    }

    private double held() {
        return registry.get("http.server.bodies.held").gauge().value();
    }
}
