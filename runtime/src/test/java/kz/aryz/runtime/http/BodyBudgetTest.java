package kz.aryz.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private static final int SHORT = BodyBudget.SHORT_BYTES;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    /** Eight pieces, two of them for short bodies alone. */
    private final BodyBudget budget = new BodyBudget(8L * SHORT, Duration.ofHours(1), registry);

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

    private BodyBudget.Share come(int pieces) {
        BodyBudget.Share share = budget.open();
        for (int piece = 0; piece < pieces; piece++) {
            share.add(new byte[SHORT], SHORT);
        }
        return share;
    }

    private double held() {
        return registry.get("http.server.bodies.held").gauge().value();
    }
}
