package kz.aryz.runtime.logging;

import static ch.qos.logback.core.spi.FilterReply.DENY;
import static ch.qos.logback.core.spi.FilterReply.NEUTRAL;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatedWarningsTest {
    private static final String KAFKA = "org.apache.kafka.clients.NetworkClient";

    private final RepeatedWarnings filter = new RepeatedWarnings();

    @Test
    void theSameWarningOfAClientIsWrittenOnceInTenSeconds() {
        assertThat(at(0, KAFKA, Level.WARN, "[a] gone {}")).isEqualTo(NEUTRAL);
        assertThat(at(9_999, KAFKA, Level.WARN, "[a] gone {}")).isEqualTo(DENY);
        assertThat(at(10_000, KAFKA, Level.WARN, "[a] gone {}")).isEqualTo(NEUTRAL);
    }

    @Test
    void noClientHidesAnother() {
        assertThat(at(0, KAFKA, Level.WARN, "[a] gone {}")).isEqualTo(NEUTRAL);
        assertThat(at(1, KAFKA, Level.WARN, "[b] gone {}")).isEqualTo(NEUTRAL);
    }

    @Test
    void errorsAndOurOwnWarningsAreAlwaysWritten() {
        assertThat(at(0, KAFKA, Level.ERROR, "gone")).isEqualTo(NEUTRAL);
        assertThat(at(1, KAFKA, Level.ERROR, "gone")).isEqualTo(NEUTRAL);
        assertThat(at(0, "kz.aryz.x", Level.WARN, "late")).isEqualTo(NEUTRAL);
        assertThat(at(1, "kz.aryz.x", Level.WARN, "late")).isEqualTo(NEUTRAL);
    }

    private FilterReply at(long millis, String logger, Level level, String message) {
        LoggingEvent event = new LoggingEvent("x", new LoggerContext().getLogger(logger), level, message, null, null);
        event.setInstant(Instant.ofEpochMilli(millis));
        return filter.decide(event);
    }
}
