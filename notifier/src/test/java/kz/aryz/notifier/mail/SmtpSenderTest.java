package kz.aryz.notifier.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Provider;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.FutureTask;
import kz.aryz.notifier.Records;
import kz.aryz.schema.MailDue;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpSenderTest {

    private static final MailAddresses ADDRESSES =
            new MailAddresses("aryz@aryz.example", "commissioner@ombudsman.example");

    private final MailDue mail = new MailRendering(ADDRESSES, URI.create("http://localhost:8082"), Optional::empty)
            .write(Records.obligation(Records.COMPLAINT, Records.RECEIVED_AT));

    @Test
    void handsTheBytesOverAsTheyAre() throws Exception {
        GreenMail server = new GreenMail(anyPort(ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(sender("smtp", server.getSmtp().getPort()).send(mail)).isEqualTo(SendResult.OK);
            assertThat(sender("smtp", server.getSmtp().getPort()).send(mail)).isEqualTo(SendResult.OK);

            ByteArrayOutputStream first = new ByteArrayOutputStream();
            ByteArrayOutputStream second = new ByteArrayOutputStream();
            server.getReceivedMessages()[0].writeTo(first);
            server.getReceivedMessages()[1].writeTo(second);
            String sent = new String(mail.getMessage().array(), UTF_8).stripTrailing();
            assertThat(first.toString(UTF_8).stripTrailing()).endsWith(sent);
            assertThat(second.toString(UTF_8).stripTrailing()).endsWith(sent);
        } finally {
            server.stop();
        }
    }

    @Test
    void signsInWhereTheServerWantsIt() {
        GreenMail server = new GreenMail(anyPort(ServerSetup.PROTOCOL_SMTP));
        server.setUser("aryz", "p@ss:word");
        server.start();
        try {
            int port = server.getSmtp().getPort();
            assertThat(sender("smtp://aryz:p%40ss:word@127.0.0.1:" + port).send(mail))
                    .isEqualTo(SendResult.OK);
            assertThat(sender("smtp://aryz:wrong@127.0.0.1:" + port).send(mail)).isEqualTo(SendResult.AUTHENTICATION);
        } finally {
            server.stop();
        }
    }

    @Test
    void refusesToGoOnInClearWhereProtectionIsAskedFor() {
        GreenMail server = new GreenMail(anyPort(ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(sender("starttls", server.getSmtp().getPort()).send(mail))
                    .isEqualTo(SendResult.BROKEN);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void hasSentWhatTheServerTookAlsoWhereItCannotBeToldGoodbye() throws Exception {
        GreenMail server = new GreenMail(anyPort(ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Session session = Session.getInstance(new Properties());
            session.setProvider(
                    new Provider(Provider.Type.TRANSPORT, "smtp", WithoutGoodbye.class.getName(), "test", "1"));

            SendResult result = sender("smtp", server.getSmtp().getPort()).send(mail, session);

            assertThat(result).isEqualTo(SendResult.OK);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    /** Of a server that goes away when it has taken a message. */
    public static final class WithoutGoodbye extends SMTPTransport {

        public WithoutGoodbye(Session session, URLName address) {
            super(session, address);
        }

        @Override
        public synchronized void close() throws MessagingException {
            super.close();
            throw new MessagingException("QUIT cannot be written");
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(sender("smtp", port).send(mail)).isEqualTo(SendResult.CONNECT);
    }

    @Test
    void breaksOffAndHangsUpWhenItIsInterrupted() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<SendResult> sending =
                    new FutureTask<>(() -> sender("smtp", silent.getLocalPort()).send(mail));
            Thread thread = Thread.ofPlatform().daemon().start(sending);
            try (Socket connection = silent.accept()) {
                thread.interrupt();

                assertThat(connection.getInputStream().read())
                        .as("end of the connection")
                        .isEqualTo(-1);
                assertThat(sending.get().delivered()).isFalse();
            }
        }
    }

    @Test
    void greetsWithTheDomainOfTheSenderAndNotWithTheNameOfThisMachine() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<SendResult> sending =
                    new FutureTask<>(() -> sender("smtp", server.getLocalPort()).send(mail));
            Thread.ofPlatform().daemon().start(sending);
            try (Socket connection = server.accept();
                    BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
                connection.getOutputStream().write("220 test\r\n".getBytes(UTF_8));

                assertThat(in.readLine()).isEqualTo("EHLO aryz.example");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 try later, REFUSED_4XX",
        "MAIL, 552 too much, REFUSED_5XX",
        "RCPT, 450 mailbox busy, REFUSED_4XX",
        "RCPT, 550 no such mailbox, REFUSED_5XX",
        "DATA, 451 try later, REFUSED_4XX",
        "DATA, 554 no, REFUSED_5XX",
    })
    void tellsARefusalForNowFromOneForGood(String command, String answer, SendResult expected) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> refuse(server, command, answer));

            assertThat(sender("smtp", server.getLocalPort()).send(mail)).isEqualTo(expected);
        }
    }

    /** Says yes to every command but one. */
    private static void refuse(ServerSocket server, String refused, String answer) {
        try (Socket socket = server.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                PrintWriter out = new PrintWriter(socket.getOutputStream(), true, UTF_8)) {
            out.print("220 test\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print((line.startsWith(refused) ? answer : "250 ok") + "\r\n");
                out.flush();
            }
        } catch (IOException closed) {
            // The sender has hung up.
        }
    }

    private static ServerSetup[] anyPort(String protocol) {
        return new ServerSetup[] {new ServerSetup(0, "127.0.0.1", protocol)};
    }

    private static SmtpSender sender(String scheme, int port) {
        return sender(scheme + "://127.0.0.1:" + port);
    }

    private static SmtpSender sender(String url) {
        return new SmtpSender(SmtpAddress.parse(url), Duration.ofSeconds(2), ADDRESSES);
    }
}
