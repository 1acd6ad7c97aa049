package kz.aryz.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import kz.aryz.notifier.Records;
import kz.aryz.notifier.alert.Doubling;
import kz.aryz.notifier.mail.MailAddresses;
import kz.aryz.notifier.mail.SendResult;
import kz.aryz.notifier.mail.SmtpAddress;
import kz.aryz.notifier.mail.SmtpSender;
import kz.aryz.schema.MailDue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against servers that never come to an end, on real sockets. */
class TimeLimitedSenderTest {

    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration TRICKLE = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final MailDue mail = Records.mail(Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT));
    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    TimeLimitedSenderTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void givesUpOnAServerThatSaysNothingAndHangsUp() throws Exception {
        SendResult result = sender(FIRST, LONG).send(mail, 1);

        assertThat(result).isEqualTo(SendResult.TIMEOUT);
        try (Socket connection = server.accept()) {
            assertThat(connection.getInputStream().read())
                    .as("end of the connection")
                    .isEqualTo(-1);
        }
    }

    /** Each byte comes in time: only the whole takes too long. */
    @Test
    void givesUpOnAServerThatTricklesAndHangsUp() throws Exception {
        CompletableFuture<Void> hungUp = CompletableFuture.runAsync(this::trickle);

        SendResult result = sender(FIRST, LONG).send(mail, 1);

        assertThat(result).isEqualTo(SendResult.TIMEOUT);
        await().atMost(Duration.ofSeconds(30)).until(hungUp::isDone);
    }

    @Test
    void waitsLongerWithEveryAttempt() throws Exception {
        FutureTask<SendResult> tenth =
                new FutureTask<>(() -> sender(FIRST, LONG).send(mail, 10));
        Thread.ofPlatform().daemon().start(tenth);

        await().during(FIRST.multipliedBy(4)).atMost(Duration.ofSeconds(30)).until(() -> !tenth.isDone());

        tenth.cancel(true);
    }

    @Test
    void breaksOffWhenItIsInterrupted() throws Exception {
        FutureTask<SendResult> sending =
                new FutureTask<>(() -> sender(LONG, LONG).send(mail, 1));
        Thread thread = Thread.ofVirtual().start(sending);
        try (Socket connection = server.accept()) {
            thread.interrupt();

            assertThat(connection.getInputStream().read())
                    .as("end of the connection")
                    .isEqualTo(-1);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(sending::get)
                    .withCauseInstanceOf(InterruptedException.class);
        }
    }

    private TimeLimitedSender sender(Duration first, Duration longest) {
        SmtpSender smtp = new SmtpSender(
                SmtpAddress.parse("smtp://127.0.0.1:" + server.getLocalPort()),
                Duration.ofSeconds(10),
                new MailAddresses("aryz@aryz.example", "commissioner@ombudsman.example"));
        return new TimeLimitedSender(smtp, new Doubling(first, longest));
    }

    /** A greeting without an end, until the sender hangs up. */
    private void trickle() {
        try (Socket connection = server.accept()) {
            OutputStream out = connection.getOutputStream();
            while (true) {
                out.write('2');
                LockSupport.parkNanos(TRICKLE.toNanos());
            }
        } catch (IOException hungUp) {
            // That is what the test waits for.
        }
    }
}
