package kz.aryz.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortTest {

    /** So many that some port would come twice if nobody saw to it. */
    private static final int MANY = 1_000;

    @Test
    void noPortIsToldTwice() {
        assertThat(Stream.generate(FreePort::find).limit(MANY)).doesNotHaveDuplicates();
    }
}
