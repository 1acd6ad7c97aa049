package kz.aryz.quickstart.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import kz.aryz.quickstart.Aryz;
import kz.aryz.quickstart.process.BrokerLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "smtps://aryz:a+b%3Ac@mail.example:465, smtps://mail.example:465",
        "starttls://aryz:p@ss@mail.example, starttls://mail.example",
        "smtp://mail.example:25, smtp://mail.example:25"
    })
    void showsNeitherUserNorPasswordOfTheMailServer(String address, String shown) {
        assertThat(UpCommand.withoutPassword(address)).isEqualTo(shown);
    }

    private static Protection protectionOf(String... words) {
        UpCommand up = (UpCommand)
                Aryz.commandLine().parseArgs(words).subcommand().commandSpec().userObject();
        return up.protection(ROOT);
    }
}
