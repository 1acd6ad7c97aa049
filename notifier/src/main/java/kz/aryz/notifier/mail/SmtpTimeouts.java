package kz.aryz.notifier.mail;

import java.time.Duration;

/**
 * How long a mail server may take.
 *
 * @param connect until it accepts a connection
 * @param exchange until it reads or answers a command
 */
public record SmtpTimeouts(Duration connect, Duration exchange) {

    public SmtpTimeouts {
        if (!connect.isPositive() || !exchange.isPositive()) {
            throw new IllegalArgumentException("timeouts must be longer than zero");
        }
    }
}
