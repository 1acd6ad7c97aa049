package kz.aryz.runtime.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ContentFreeThrowableTest {
    private final ContentFreeThrowable converter = new ContentFreeThrowable();

    @Test
    void dropsMessagesThatMayQuoteContent() {
        String text = written(new IllegalStateException("Canary", new SerializationException("Canary")));

        assertThat(text)
                .contains(
                        "java.lang.IllegalStateException\n",
                        "Caused by: org.apache.kafka.common.errors.SerializationException\n")
                .contains("  at " + getClass().getName())
                .doesNotContain("Canary");
    }

    @Test
    void keepsMessagesAboutConnections() {
        String text = written(new IOException("no route", new TimeoutException("no broker")));

        assertThat(text)
                .startsWith("java.io.IOException: no route\n")
                .contains("Caused by: org.apache.kafka.common.errors.TimeoutException: no broker\n");
    }

    private String written(Throwable failure) {
        LoggerContext context = new LoggerContext();
        return converter.convert(
                new LoggingEvent("x", context.getLogger("test"), Level.ERROR, "failed", failure, null));
    }
}
