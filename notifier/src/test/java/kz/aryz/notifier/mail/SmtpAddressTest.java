package kz.aryz.notifier.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kz.aryz.notifier.mail.SmtpAddress.Credentials;
import kz.aryz.notifier.mail.SmtpAddress.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "smtp://mail:3025, SMTP, 3025",
        "smtp://mail, SMTP, 25",
        "starttls://mail, STARTTLS, 587",
        "smtps://mail, SMTPS, 465"
    })
    void knowsTheUsualPorts(String text, Security security, int port) {
        SmtpAddress address = SmtpAddress.parse(text);

        assertThat(address.security()).isEqualTo(security);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.credentials()).isEmpty();
    }

    @Test
    void readsUserAndPasswordAndShowsNeither() {
        SmtpAddress address = SmtpAddress.parse("smtps://aryz%40kz:a+b%3Ac@mail");

        assertThat(address.credentials()).contains(new Credentials("aryz@kz", "a+b:c"));
        assertThat(address.toString()).doesNotContain("aryz").doesNotContain("a+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail:25", "http://mail", "smtp://", "smtp://user@mail"})
    void refusesWhatIsNoMailServer(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SmtpAddress.parse(text));
    }
}
