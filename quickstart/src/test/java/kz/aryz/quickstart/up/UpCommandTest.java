package kz.aryz.quickstart.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.process.BrokerLock;
import org.junit.jupiter.api.Test;

class UpCommandTest {

    private static final Path ROOT = Path.of("data");

    @Test
    void locksTheBrokerAndAsksForSignInUnlessToldOtherwise() {
        assertThat(protectionOf("up")).isEqualTo(new Protection(Optional.of(BrokerLock.in(ROOT)), true));
    }

    @Test
    void isOpenToAllWhereThatIsAskedFor() {
        assertThat(protectionOf("up", "--open")).isEqualTo(Protection.NONE);
    }

    private static Protection protectionOf(String... words) {
        UpCommand up = (UpCommand)
                Aryz.commandLine().parseArgs(words).subcommand().commandSpec().userObject();
        return up.protection(ROOT);
    }
}
