package kz.aryz.intake.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class LogUnavailableTest {

    @Test
    void namesWhatWentWrongAndNotWhereItWasNoticed() {
        assertThat(new LogUnavailable(new ExecutionException(new RecordTooLargeException("CANARY"))))
                .hasMessageContaining("RecordTooLargeException")
                .hasMessageNotContaining("CANARY");
        assertThat(new LogUnavailable(new TimeoutException("CANARY")))
                .hasMessageContaining("TimeoutException")
                .hasMessageNotContaining("CANARY");
    }
}
