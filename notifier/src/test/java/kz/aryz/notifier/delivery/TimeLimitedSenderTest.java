package kz.aryz.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against servers that never come to an end, on real sockets. */
class TimeLimitedSenderTest {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration BRIEF = Duration.ofMillis(300);
    private static final Duration TRICKLE = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final MailDue MAIL = Records.mail(Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT));

    private final ServerSocket server = listening();

    TimeLimitedSenderTest() throws IOException {}

    private static ServerSocket listening() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout((int) PATIENCE.toMillis());
        return server;
    }

    /** To nobody: the first sending of a process waits for the mail library as well, and that is no part of the limit. */
    @BeforeAll
    static void loadTheMailLibrary() throws Exception {
        ServerSocket gone = listening();
        gone.close();

        assertThat(sender(gone, PATIENCE, PATIENCE).send(MAIL, 1).delivered()).isFalse();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void givesUpOnAServerThatSaysNothingAndHangsUp() throws Exception {
        SendResult result = sender(server, FIRST, LONG).send(MAIL, 1);

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

        SendResult result = sender(server, FIRST, LONG).send(MAIL, 1);

        assertThat(result).isEqualTo(SendResult.TIMEOUT);
        assertThat(hungUp).succeedsWithin(PATIENCE);
    }

    @Test
    void waitsLongerWithEveryAttempt() throws Exception {
        FutureTask<SendResult> tenth =
                new FutureTask<>(() -> sender(server, BRIEF, LONG).send(MAIL, 10));
        Thread.ofPlatform().daemon().start(tenth);

        await().during(BRIEF.multipliedBy(4)).atMost(PATIENCE).until(() -> !tenth.isDone());

        tenth.cancel(true);
    }

    @Test
    void breaksOffWhenItIsInterrupted() throws Exception {
        FutureTask<SendResult> sending =
                new FutureTask<>(() -> sender(server, LONG, LONG).send(MAIL, 1));
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

    private static TimeLimitedSender sender(ServerSocket server, Duration first, Duration longest) {
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
        } catch (SocketTimeoutException nobodyCame) {
            throw new UncheckedIOException(nobodyCame);
        } catch (IOException hungUp) {
            // That is what the test waits for.
        }
    }
}
