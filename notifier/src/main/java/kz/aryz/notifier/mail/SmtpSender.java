package kz.aryz.notifier.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Properties;
import kz.aryz.notifier.mail.SmtpAddress.Credentials;
import kz.aryz.notifier.mail.SmtpAddress.Security;
import kz.aryz.schema.MailDue;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Sends a message as it stands, byte for byte, one connection per message. Safe for threads. */
public final class SmtpSender implements MailSender {

    private final SmtpAddress server;
    private final Properties properties;

    public SmtpSender(SmtpAddress server, SmtpTimeouts timeouts) {
        this.server = server;
        this.properties = properties(server, timeouts);
    }

    @Override
    public SendResult send(MailDue mail) {
        Session session = Session.getInstance(properties);
        try (SMTPTransport transport = (SMTPTransport) session.getTransport(protocol(server))) {
            connect(transport);
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(bytes(mail.getMessage())));
            transport.sendMessage(message, new Address[] {new InternetAddress(mail.getRecipient())});
            return SendResult.OK;
        } catch (MessagingException e) {
            return SmtpFailure.result(e);
        }
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        String user = server.credentials().map(Credentials::user).orElse(null);
        String password = server.credentials().map(Credentials::password).orElse(null);
        transport.connect(server.host(), server.port(), user, password);
    }

    private static String protocol(SmtpAddress server) {
        return server.security() == Security.SMTPS ? "smtps" : "smtp";
    }

    private static Properties properties(SmtpAddress server, SmtpTimeouts timeouts) {
        String prefix = "mail." + protocol(server) + '.';
        String exchange = Long.toString(timeouts.exchange().toMillis());
        Properties properties = new Properties();
        properties.put(
                prefix + "connectiontimeout", Long.toString(timeouts.connect().toMillis()));
        properties.put(prefix + "timeout", exchange);
        properties.put(prefix + "writetimeout", exchange);
        properties.put(prefix + "quitwait", "false");
        properties.put(prefix + "auth", Boolean.toString(server.credentials().isPresent()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put(prefix + "starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        return properties;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
