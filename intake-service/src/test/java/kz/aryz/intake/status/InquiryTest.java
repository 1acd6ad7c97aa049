package kz.aryz.intake.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import kz.aryz.id.PermanentSecret;
import kz.aryz.intake.receipt.ReceiptTable;
import kz.aryz.runtime.http.ProblemException;
import kz.aryz.runtime.http.ProblemType;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class InquiryTest {

    private static final PermanentSecret SECRET = PermanentSecret.of(new byte[PermanentSecret.MINIMUM_BYTES]);

    private final AtomicBoolean read = new AtomicBoolean();
    private final AtomicLong paused = new AtomicLong();
    private final Inquiry inquiry = new Inquiry(
            SECRET,
            new StatusTable(),
            new ReceiptTable(),
            read::get,
            Pace.of(TimeMeter.SYSTEM_NANOTIME, paused::addAndGet));

    @Test
    void askingWhileTheTablesAreReadIsNoTypingMistake() {
        for (int asked = 0; asked < 2 * Pace.MISTAKES; asked++) {
            assertThatThrownBy(() -> inquiry.ask("rubbish"))
                    .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                    .extracting(ProblemException::type)
                    .isEqualTo(ProblemType.UNAVAILABLE);
        }

        read.set(true);

        assertThat(inquiry.ask("rubbish")).isEmpty();
        assertThat(paused).hasValue(0);
    }
}
